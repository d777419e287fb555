using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class RetryTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task An_upload_whose_connection_breaks_leads_on_when_it_is_sent_again()
    {
        Expecting("net::ERR_FAILED");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.RouteAsync("**/uploads/*", static route => route.AbortAsync(), new() { Times = 1 });

        await page.ChooseAsync(file);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Try again.");
        await page.Upload(file.Name).GetByRole(AriaRole.Button, new() { Name = $"Try again: {file.Name}" }).ClickAsync();

        await page.UploadsEndAsync(1);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
    }

    [Fact]
    public async Task A_picture_that_could_not_be_processed_becomes_ready()
    {
        var file = await UploadedAsync(Photographs.Kitten);
        using var seeds = new SeededPictures(Iris);
        await seeds.FailAsync(file.Id, Cancellation);
        var page = await OpenAsync($"/photos/{file.Id}");

        await Expect(page.OpenDialog).ToContainTextAsync("We couldn’t finish this one. Try again.");
        await page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.OpenDialog.GetByRole(AriaRole.Region, new() { Name = "What the machine sees" })).ToContainTextAsync("Cat");
        await Expect(page.OpenDialog).Not.ToContainTextAsync("We couldn’t finish this one.");
    }

    [Fact]
    public async Task One_whose_bytes_are_gone_says_what_to_do_instead()
    {
        Expecting("409");
        var file = await UploadedAsync(Photographs.Kitten);
        using var seeds = new SeededPictures(Iris);
        await seeds.FailAsync(file.Id, Cancellation);
        await seeds.LoseOriginalAsync(file.Id, Cancellation);
        var page = await OpenAsync($"/photos/{file.Id}");

        await page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.OpenDialog).ToContainTextAsync("The original is gone. Delete the picture, and upload it again.");
    }
}
