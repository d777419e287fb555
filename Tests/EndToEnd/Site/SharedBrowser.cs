using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>One Chromium for all tests of the site: Debian's package, never a browser that Playwright downloads.</summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a window of its own, which shares nothing with others. Without Chromium the test is skipped, and says so.</summary>
    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(_browser is null, $"There is no {Chromium}: apt-get install chromium");
        return _browser.NewContextAsync(options);
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
