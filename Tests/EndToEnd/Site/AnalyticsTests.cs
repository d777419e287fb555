using System.Text.RegularExpressions;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed partial class AnalyticsTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task Each_chart_has_its_meaning_in_words_and_its_numbers_in_a_table()
    {
        await UploadedAsync(Photographs.Cat);
        var page = await OpenAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Analytics" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = Summary() })).ToBeVisibleAsync();
        foreach (var title in (string[])["Pictures a day", "Most frequent labels, of all time", "Processing time", "Bytes received a day"])
        {
            await page.Button($"{title}: Show as a table").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Table, new() { Name = title }).GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        }

        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Most frequent labels, of all time" }).GetByRole(AriaRole.Rowheader, new() { Name = "Cat", Exact = true })).ToBeVisibleAsync();
        await page.Button("Pictures a day: Show as a chart").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = Summary() })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_range_is_in_the_address()
    {
        await UploadedAsync(Photographs.Cat);
        var page = await OpenAsync("/analytics");
        await page.Button("Pictures a day: Show as a table").ClickAsync();
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Pictures a day" }).GetByRole(AriaRole.Row);

        await page.GetByRole(AriaRole.Link, new() { Name = "90 days" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Ninety());
        await Expect(rows).ToHaveCountAsync(1 + 90);

        await page.GoBackAsync();
        await Expect(rows).ToHaveCountAsync(1 + 30);
    }

    [GeneratedRegex(@"^Pictures a day\. [1-9]\d* pictures? ready")]
    private static partial Regex Summary();

    [GeneratedRegex(@"/analytics\?days=90$")]
    private static partial Regex Ninety();
}
