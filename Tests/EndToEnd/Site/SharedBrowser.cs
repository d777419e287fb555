using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>One Chromium for all tests of the site: Debian's package, never a browser that Playwright downloads.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a window of its own, which shares nothing with others. Without Chromium the test is skipped, and says so.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no {Chromium}: apt-get install chromium");

        // One that crashed fails the test that it crashed in, and not all that follow.
        if (_browser is not { IsConnected: true })
        {
            _browser = await _playwright!.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    // A browser's own guard of this machine is young and not in every browser: the tests see ours.
                    "--disable-features=LocalNetworkAccessChecks",
                    $"--host-resolver-rules=MAP {StrangerTests.Rebound} 127.0.0.1",
                ],
            });
        }

        return await _browser.NewContextAsync(options);
    }

    public async ValueTask InitializeAsync() => _playwright = File.Exists(Chromium) ? await Playwright.CreateAsync() : null;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
