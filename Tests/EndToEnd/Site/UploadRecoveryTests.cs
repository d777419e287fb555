using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class UploadRecoveryTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const string Storage = "**/uploads/*";

    private static readonly RouteFulfillOptions s_expired = Refusal(403, "AccessDenied");
    private static readonly RouteFulfillOptions s_stored = Refusal(412, "PreconditionFailed");

    [Fact]
    public async Task One_whose_address_has_expired_goes_to_a_new_one_by_itself()
    {
        Expecting("403");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        var announced = 0;
        page.Request += (_, request) =>
            announced += request.Method == "POST" && request.Url.EndsWith("/api/uploads", StringComparison.Ordinal) ? 1 : 0;
        await page.RouteAsync(Storage, static route => route.FulfillAsync(s_expired), new() { Times = 1 });

        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);

        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
        Assert.Equal(2, announced);
    }

    [Fact]
    public async Task One_that_the_storage_has_already_counts_as_uploaded()
    {
        Expecting("412");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.RouteAsync(Storage, static async route =>
        {
            await route.FetchAsync();
            await route.FulfillAsync(s_stored);
        });

        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);

        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
    }

    [Fact]
    public async Task One_that_is_cancelled_stops_on_its_way()
    {
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.RouteAsync(Storage, static _ => Task.CompletedTask);
        await page.ChooseAsync(file);
        await Expect(page.Upload(file.Name).GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();

        var ended = new TaskCompletionSource<string>();
        page.RequestFailed += (_, request) => ended.TrySetResult(request.Method);

        await page.Button($"Cancel {file.Name}").ClickAsync();

        Assert.Equal("PUT", await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        await Expect(page.Tray).ToHaveCountAsync(0);
        await Expect(page.Tile(file.Id)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_leaves_while_bytes_are_on_their_way_is_asked_first()
    {
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await page.RouteAsync(Storage, static _ => Task.CompletedTask);
        await page.ChooseAsync(file);
        await Expect(page.Upload(file.Name).GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        var question = new TaskCompletionSource<string>();
        page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            question.TrySetResult(dialog.Type);
        };

        await page.CloseAsync(new() { RunBeforeUnload = true });

        Assert.Equal(DialogType.BeforeUnload, await question.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        await page.Button($"Cancel {file.Name}").ClickAsync();
        await Expect(page.Tray).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_connection_they_wait_and_go_on_with_it()
    {
        Expecting("net::ERR_INTERNET_DISCONNECTED");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");
        await Expect(page.Filter).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);

        await page.ChooseAsync(file);
        await Expect(page.GetByText("You’re offline.")).ToBeVisibleAsync();
        await Expect(page.Upload(file.Name)).ToContainTextAsync("The connection broke.");
        await page.Context.SetOfflineAsync(false);

        await page.UploadsEndAsync(1);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
        await Expect(page.GetByText("You’re offline.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_picture_from_the_clipboard_is_pasted_anywhere()
    {
        var file = Pictures.OwnCopyOf(Photographs.Cat);
        var page = await OpenAsync("/");
        await using var clipboard = await page.HoldAsync(file);

        await page.EvaluateAsync(
            "clipboardData => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))", clipboard);

        await page.UploadsEndAsync(1);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
    }

    // As S3 words it, with the leave to be read by any site.
    private static RouteFulfillOptions Refusal(int status, string code) => new()
    {
        Status = status,
        ContentType = "application/xml",
        Headers = new Dictionary<string, string> { ["access-control-allow-origin"] = "*" },
        Body = $"<Error><Code>{code}</Code></Error>",
    };
}
