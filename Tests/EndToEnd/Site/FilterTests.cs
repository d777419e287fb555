using System.Text.RegularExpressions;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed partial class FilterTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task A_label_is_typed_found_by_key_and_taken_back_by_the_back_button()
    {
        var (kitten, car) = (await UploadedAsync(Photographs.Kitten), await UploadedAsync(Photographs.Car));
        var page = await OpenAsync("/");
        await Expect(page.Tile(car.Id)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(page.Filter).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("cat");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = Cat() })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(Filtered());
        await Expect(page.Tile(kitten.Id)).ToBeVisibleAsync();
        await Expect(page.Tile(car.Id)).ToHaveCountAsync(0);

        await page.GoBackAsync();
        await Expect(page.Tile(car.Id)).ToBeVisibleAsync();
        await Expect(page.Button("Remove the filter Cat")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_shared_link_opens_with_its_filter_and_says_when_nothing_fits()
    {
        var page = await OpenAsync("/?label=Unicorn&label=Cat");

        await Expect(page.GetByText("No picture shows Unicorn and Cat.")).ToBeVisibleAsync();
        await page.Button("Remove the filter Unicorn").ClickAsync();

        await Expect(page).ToHaveURLAsync(Filtered());
        await page.Button("Remove the filter Cat").ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(Filtered());
    }

    [GeneratedRegex("^Cat")]
    private static partial Regex Cat();

    [GeneratedRegex(@"/\?label=Cat$")]
    private static partial Regex Filtered();
}
