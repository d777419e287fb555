using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class GalleryTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const int Pebbles = 500;

    [Fact]
    public async Task Five_hundred_pictures_are_scrolled_through_and_only_those_near_the_window_exist()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(Pebbles, "Pebble", Cancellation);
        var page = await OpenAsync("/?label=Pebble");
        var end = page.GetByText($"That’s all: {Pebbles} pictures.");
        await Expect(page.Tile(ids[0])).ToBeVisibleAsync();

        while (!await end.IsVisibleAsync())
        {
            await page.Keyboard.PressAsync("End");
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }

        await end.ScrollIntoViewIfNeededAsync();
        await Expect(page.Tile(ids[^1])).ToBeInViewportAsync();
        await Expect(page.Feed.Locator($"article[aria-posinset='{Pebbles}'][aria-setsize='{Pebbles}']")).ToBeVisibleAsync();
        await Expect(page.Tile(ids[0])).ToHaveCountAsync(0);
        Assert.InRange(await page.Feed.GetByRole(AriaRole.Article).CountAsync(), 1, Pebbles / 5);
        await Expect(page.Tile(ids[^1]).Locator("img[data-loaded]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Pictures_of_others_wait_behind_a_button_until_they_are_asked_for()
    {
        using var seeds = new SeededPictures(Iris);
        var before = await seeds.AddAsync(2, "Feather", Cancellation);
        var page = await OpenAsync("/?label=Feather");
        await Expect(page.Tile(before[0])).ToBeVisibleAsync();

        var after = await seeds.AddAsync(3, "Feather", Cancellation);
        await page.Button("Show 3 pictures that others added").ClickAsync();

        await Expect(page.Tile(after[0])).ToBeVisibleAsync();
        await Expect(page.Feed.GetByRole(AriaRole.Article)).ToHaveCountAsync(5);
    }
}
