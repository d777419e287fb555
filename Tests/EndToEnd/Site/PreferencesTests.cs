using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class PreferencesTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const string Background = "() => getComputedStyle(document.body).backgroundColor";

    private const string HasEndlessMovement =
        "() => document.getAnimations().some(each => each.effect.getComputedTiming().endTime === Infinity)";

    // In the tab order and on the page; links within a text may be as high as their line.
    private const string SmallTargets =
        """
        () => [...document.querySelectorAll('button, a[href], input:not([hidden])')]
          .filter(each => each.checkVisibility({ opacityProperty: true }) && !each.closest('.sr-only') && !each.matches('.not-focus\\:sr-only'))
          .filter(each => each.getBoundingClientRect().height < 44 || each.getBoundingClientRect().width < 44)
          .map(each => each.ariaLabel || each.textContent)
        """;

    [Fact]
    public async Task It_is_dark_until_another_theme_is_chosen_which_it_remembers()
    {
        var page = await OpenAsync("/", new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.EvaluateAsync<string>(Background);

        await page.Button("Dark theme. Switch to light").ClickAsync();
        await Expect(page.Button("Light theme. Switch to the system’s")).ToBeVisibleAsync();
        var light = await page.EvaluateAsync<string>(Background);
        await page.ReloadAsync();
        await Expect(page.Button("Light theme. Switch to the system’s")).ToBeVisibleAsync();

        Assert.NotEqual(dark, light);
        Assert.Equal(light, await page.EvaluateAsync<string>(Background));
        await page.Button("Light theme. Switch to the system’s").ClickAsync();
        await Expect(page.Button("The system’s theme. Switch to dark")).ToBeVisibleAsync();
        Assert.Equal(dark, await page.EvaluateAsync<string>(Background));
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task The_scan_is_shown_with_or_without_movement_and_ends_in_the_same_boxes(ReducedMotion preference, bool moves)
    {
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/", new() { ReducedMotion = preference });
        var seen = new TaskCompletionSource();
        await page.RouteAsync($"**/images/{file.Id}/outcome.json", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });

        await page.ChooseAsync(file);
        await Expect(page.Tile(file.Id).Locator(".scan:not([data-done])")).ToBeVisibleAsync();
        Assert.Equal(moves, await page.EvaluateAsync<bool>(HasEndlessMovement));
        seen.SetResult();

        await Expect(page.Tile(file.Id).Locator("svg path").First).ToBeVisibleAsync();
        await Expect(page.Tile(file.Id).Locator(".scan[data-done]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task On_a_phone_nothing_is_cut_off_and_everything_is_large_enough_to_touch()
    {
        var file = Pictures.OwnCopyOf(Photographs.Car);
        var page = await OpenAsync("/", Devices.Phone);
        await page.ChooseAsync(file);
        var pill = page.Tray.GetByRole(AriaRole.Button, new() { Name = "1 of 1 picture done" });
        await Expect(pill).ToHaveAttributeAsync("aria-expanded", "false");
        await ExpectRoomAsync(page);

        await page.Tile(file.Id).TapAsync();
        await Expect(page.OpenDialog).ToContainTextAsync("What the machine sees");
        await ExpectRoomAsync(page);
        await page.Button("Close").TapAsync();
        await Expect(page.OpenDialog).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Analytics" }).TapAsync();
        await Expect(page.Button("Pictures a day: Show as a table")).ToBeVisibleAsync();
        await ExpectRoomAsync(page);
    }

    private static async Task ExpectRoomAsync(IPage page)
    {
        await page.SettleAsync();
        Assert.Equal(Devices.Phone.ViewportSize!.Width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>(SmallTargets));
    }
}
