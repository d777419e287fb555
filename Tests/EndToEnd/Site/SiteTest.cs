using System.Collections.Concurrent;
using Iris.Tests.Support;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>
/// A visitor with a browser. After each test the consoles of all pages must be free of errors; a breach of the policy is one.
/// </summary>
[Collection(SiteCollection.Name)]
public abstract class SiteTest(SharedApplication shared, SharedBrowser browser) : IAsyncLifetime
{
    private const string Outcome = "/outcome.json:";
    private const float LimitMs = 45_000;
    private const string TellBreaches =
        "addEventListener('securitypolicyviolation', e => console.error(`${e.effectiveDirective} forbids ${e.blockedURI}`))";

    private readonly ConcurrentQueue<string> _errors = [];
    private readonly List<string> _expected = [];
    private readonly List<IBrowserContext> _windows = [];

    protected IrisApplication Iris { get; } = shared.Iris;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(LimitMs);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        string[] unexpected = [.. _errors.Where(error => !_expected.Exists(error.Contains))];
        Assert.True(unexpected is [], string.Join(Environment.NewLine, unexpected));
    }

    /// <summary>Opens an address of the site in a new window.</summary>
    protected async Task<IPage> OpenAsync(string address, BrowserNewContextOptions? options = null)
    {
        var window = await browser.OpenAsync(new(options ?? new()) { BaseURL = Iris.Site.BaseAddress!.ToString() });
        _windows.Add(window);
        window.SetDefaultTimeout(LimitMs);
        await window.AddCookiesAsync([new() { Name = Pictures.Cookie, Value = Pictures.Key, Url = Iris.Site.BaseAddress!.ToString() }]);
        await window.AddInitScriptAsync(TellBreaches);
        window.WebError += (_, error) => _errors.Enqueue(error.Error);
        window.Console += (_, message) =>
        {
            // A browser calls every 404 an error, and that of an outcome says: not yet.
            if (message.Type == "error" && !message.Location.Contains(Outcome, StringComparison.Ordinal))
            {
                _errors.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        var page = await window.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>A photograph that is in the gallery already: uploaded from this browser, some time ago.</summary>
    protected async Task<FilePayload> UploadedAsync(Photograph photograph)
    {
        var file = Pictures.OwnCopyOf(photograph);
        using var site = new HttpClient { BaseAddress = Iris.Site.BaseAddress, DefaultRequestHeaders = { { "Cookie", $"{Pictures.Cookie}={Pictures.Key}" } } };
        await new Visitor(site).SendAsync(file.Buffer, file.Name, file.MimeType, Cancellation);
        return file;
    }

    /// <summary>A photograph that somebody else has uploaded.</summary>
    protected async Task<FilePayload> UploadedByAnotherAsync(Photograph photograph)
    {
        var file = Pictures.OwnCopyOf(photograph);
        await Iris.Visitor.SendAsync(file.Buffer, file.Name, file.MimeType, Cancellation);
        return file;
    }

    /// <summary>An error that the test itself brings about.</summary>
    protected void Expecting(string error) => _expected.Add(error);
}
