using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class PhotoByKeyboardTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task Arrows_move_Enter_opens_and_Escape_gives_the_focus_back()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(4, "Lantern", Cancellation);
        var page = await OpenAsync("/?label=Lantern");
        await Expect(page.Tile(ids[0])).ToBeVisibleAsync();
        await TabToAsync(page, page.Tile(ids[0]));

        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Tile(ids[1])).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ExpectOpenAsync(ids[1], "Lantern");

        await page.Keyboard.PressAsync("ArrowRight");
        await page.ExpectOpenAsync(ids[2], "Lantern");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.ExpectOpenAsync(ids[1], "Lantern");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.ExpectOpenAsync(ids[2], "Lantern");

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog).ToHaveCountAsync(0);
        await Expect(page.Tile(ids[2])).ToBeFocusedAsync();
        Assert.EndsWith("/?label=Lantern", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_are_listed_for_whoever_asks()
    {
        var page = await OpenAsync("/");
        await Expect(page.Filter).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("?");

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" })).ToContainTextAsync("Move between pictures");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog).ToHaveCountAsync(0);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        while (!await target.EvaluateAsync<bool>("element => element === document.activeElement"))
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }
}
