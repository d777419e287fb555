using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class ReleaseTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private static readonly RouteFulfillOptions s_gone = new() { Status = 404, ContentType = "text/html", Body = "<h1>Gone</h1>" };

    [Fact]
    public async Task A_part_that_is_gone_offers_to_reload_and_the_uploads_stay()
    {
        Expecting("404");
        Expecting("MIME type");
        Expecting("ChunkLoadError");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);
        await page.RouteAsync("**/_next/static/chunks/*.js", static route => route.FulfillAsync(s_gone));

        await page.Button("Keyboard shortcuts").ClickAsync();

        var notice = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Iris has changed since you opened this page" });
        await Expect(notice).ToBeVisibleAsync();
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
        await page.InspectAsync("part-gone");

        await page.UnrouteAllAsync();
        await notice.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
        await page.Button("Keyboard shortcuts").ClickAsync();
        await Expect(page.OpenDialog).ToContainTextAsync("Move between pictures");
    }
}
