using System.Net;
using Aspire.Hosting.ApplicationModel;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class SignInTests(SignInApplication application, SharedBrowser browser)
    : SiteTest(application, browser), IClassFixture<SignInApplication>
{
    private const string Ada = "Ada Lovelace";
    private const string Grace = "Grace Hopper";

    [Fact]
    public async Task An_upload_asks_who_it_is_and_goes_on_when_it_is_told()
    {
        Expecting("401");
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");

        await page.ChooseAsync(file);
        await SignInAsync(page.OpenDialog, Ada);

        await page.UploadsEndAsync(1);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
        await Expect(page.Button($"Sign out {Ada}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_has_signed_in_stays_so_over_a_reload_and_deletes_what_is_theirs()
    {
        var file = Pictures.OwnCopyOf(Photographs.Car);
        var page = await OpenAsync("/");
        await SignInAsync(page.Locator("header"), Ada);
        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);

        await page.ReloadAsync();
        await Expect(page.Button($"Sign out {Ada}")).ToBeVisibleAsync();
        await page.Tile(file.Id).ClickAsync();
        await Expect(page.OpenDialog).ToContainTextAsync("Added by you");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync(),
            static response => response.Request.Method == "DELETE");

        Assert.Equal((int)HttpStatusCode.NoContent, answer.Status);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_without_asking_anybody()
    {
        Expecting("401");
        var file = Pictures.OwnCopyOf(Photographs.Harbour);
        var page = await OpenAsync("/");
        await SignInAsync(page.Locator("header"), Ada);
        List<string?> tokens = [];
        page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/api/uploads", StringComparison.Ordinal))
            {
                tokens.Add(request.Headers.GetValueOrDefault("authorization"));
            }
        };
        await page.RouteAsync("**/api/uploads", static route => route.FulfillAsync(new() { Status = 401 }), new() { Times = 1 });

        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);

        await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
        Assert.Equal(2, tokens.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_has_signed_out_is_asked_again_and_may_decline()
    {
        Expecting("401");
        var file = Pictures.OwnCopyOf(Photographs.Cat);
        var page = await OpenAsync("/");
        await SignInAsync(page.Locator("header"), Ada);

        await page.Button($"Sign out {Ada}").ClickAsync();
        await page.Button("Sign out").ClickAsync();
        await Expect(page.Button("Sign in")).ToBeVisibleAsync();
        await page.ChooseAsync(file);
        await page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();

        await Expect(page.Upload(file.Name)).ToContainTextAsync("Sign in to upload this.");
    }

    [Fact]
    public async Task A_session_that_is_lost_amid_a_queue_is_asked_for_again_and_the_queue_goes_on()
    {
        Expecting("401");
        // The provider knows nothing of the refresh token any more.
        Expecting("400");
        FilePayload[] files =
        [
            .. new[] { Photographs.Cat, Photographs.Kitten, Photographs.Car, Photographs.Lake, Photographs.Harbour }
                .Select(Pictures.OwnCopyOf),
        ];
        var page = await OpenAsync("/");
        await SignInAsync(page.Locator("header"), Ada);
        var storage = new TaskCompletionSource();
        var firstIsOnItsWay = page.WaitForRequestAsync("**/uploads/*");
        await page.RouteAsync("**/uploads/*", async route =>
        {
            await storage.Task;
            await route.ContinueAsync();
        });
        await page.ChooseAsync(files);
        await firstIsOnItsWay;

        await LoseSessionsAsync();
        storage.SetResult();
        await SignInAsync(page.OpenDialog, Ada);

        await page.UploadsEndAsync(files.Length);
        await Expect(page.Tray.GetByText("Ready", new() { Exact = true })).ToHaveCountAsync(files.Length);
    }

    [Fact]
    public async Task A_page_that_nobody_wrote_on_has_loaded_nothing_of_the_issuer_but_its_description()
    {
        List<string> asked = [];
        var page = await OpenAsync("about:blank");
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/");
        await Expect(page.Button("Sign in")).ToBeVisibleAsync();

        Assert.Equal(
            ["/.well-known/openid-configuration"],
            asked.Select(static url => new Uri(url)).Where(url => url.Host is "127.0.0.1").Select(static url => url.AbsolutePath));
    }

    /// <summary>The provider starts again with other keys, and the HTTP API comes to know them by somebody who signs in then.</summary>
    private async Task LoseSessionsAsync()
    {
        await Iris.Commands.ExecuteCommandAsync("openid", KnownResourceCommands.RestartCommand, Cancellation);
        await Iris.Notifications.WaitForResourceHealthyAsync("openid", WaitBehavior.StopOnResourceUnavailable, Cancellation);
        var page = await OpenAsync("/");
        await SignInAsync(page.Locator("header"), Grace);
        await page.ChooseAsync(Pictures.OwnCopyOf(Photographs.Lake));
        await page.UploadsEndAsync(1);
    }

    private static async Task SignInAsync(ILocator place, string name)
    {
        var page = place.Page;
        var issuer = await page.RunAndWaitForPopupAsync(
            () => place.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync());
        await issuer.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Expect(page.Button($"Sign out {name}")).ToBeVisibleAsync();
        Assert.True(issuer.IsClosed);
    }
}
