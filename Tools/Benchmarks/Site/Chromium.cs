using Microsoft.Playwright;

namespace Iris.Benchmarks.Site;

/// <summary>A headless browser of its own: Debian's package, never one that Playwright downloads.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    // A common laptop's window.
    private static readonly ViewportSize s_window = new() { Width = 1440, Height = 900 };

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, Browser, Page) = (playwright, browser, page);

    public IBrowser Browser { get; }

    public IPage Page { get; }

    /// <param name="site">Whose home page is opened; without it an empty page is.</param>
    public static async Task<Chromium> OpenAsync(Uri? site = null)
    {
        if (!File.Exists(Executable))
        {
            throw new InvalidOperationException($"There is no {Executable}: apt-get install chromium");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new() { BaseURL = site?.ToString(), ViewportSize = s_window });
        await page.GotoAsync(site is null ? "about:blank" : "/");
        return new(playwright, browser, page);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
