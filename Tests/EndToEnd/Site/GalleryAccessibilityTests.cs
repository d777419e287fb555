using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class GalleryAccessibilityTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const string Feed = "**/api/images?*";

    [Fact]
    public async Task Full_of_pictures()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(40, "Postcard", Cancellation);
        var page = await OpenAsync("/?label=Postcard");
        await Expect(page.Tile(ids[0])).ToBeVisibleAsync();

        await page.InspectAsync("gallery");
    }

    [Fact]
    public async Task Empty()
    {
        var page = await OpenAsync("/analytics");
        await page.RouteAsync("**/api/labels?*", static route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"items":[]}""" }));
        await page.RouteAsync(Feed, static route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"items":[],"nextCursor":null}""" }));
        await page.GotoAsync("/");
        await Expect(page.Button("Try it with a sample")).ToBeVisibleAsync();

        await page.InspectAsync("gallery-empty");
    }

    [Fact]
    public async Task Loading()
    {
        var page = await OpenAsync("/analytics");
        var seen = new TaskCompletionSource();
        await page.RouteAsync(Feed, async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/");
        await Expect(page.GetByText("Loading pictures")).ToBeAttachedAsync();

        await page.InspectAsync("gallery-loading");
        seen.SetResult();
        await Expect(page.GetByText("Loading pictures")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_an_API_and_it_comes_back_by_itself()
    {
        Expecting("net::ERR_FAILED");
        var page = await OpenAsync("/analytics");
        await page.RouteAsync(Feed, static route => route.AbortAsync());
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The service isn’t answering" })).ToBeVisibleAsync();

        await page.InspectAsync("gallery-down");
        await page.UnrouteAsync(Feed);
        await Expect(page.GetByText("The service isn’t answering")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task With_uploads_that_wait_and_that_have_ended_well_and_badly()
    {
        FilePayload[] files = [.. new[] { Photographs.Kitten, Photographs.Car, Photographs.Harbour }.Select(Pictures.OwnCopyOf)];
        var page = await OpenAsync("/");
        var seen = new TaskCompletionSource();
        await page.RouteAsync("**/images/*/outcome.json", async route =>
        {
            await seen.Task;
            await route.ContinueAsync();
        });
        await page.ChooseAsync([.. files, new() { Name = "notes.txt", MimeType = "text/plain", Buffer = "A text."u8.ToArray() }]);
        await Expect(page.Tile(files[0].Id).Locator(".scan")).ToBeVisibleAsync();
        await Expect(page.Tray.GetByText("Uploaded, waiting for the scan")).ToHaveCountAsync(files.Length);

        await page.InspectAsync("gallery-scanning");
        seen.SetResult();
        await page.UploadsEndAsync(files.Length + 1);
        await Expect(page.Tile(files[0].Id).Locator("svg path").First).ToBeVisibleAsync();
        await page.InspectAsync("gallery-uploaded");
    }

    [Fact]
    public async Task With_labels_to_choose_from_and_with_none_that_fits()
    {
        await UploadedAsync(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.Filter.FillAsync("c");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.InspectAsync("filter-suggestions");

        page = await OpenAsync("/?label=Unicorn");
        await Expect(page.GetByText("No picture shows Unicorn.")).ToBeVisibleAsync();
        await page.InspectAsync("filter-no-match");
    }
}
