using System.CommandLine;
using Microsoft.Playwright;

namespace Iris.Benchmarks.Site;

/// <summary>The gallery of 5,000 pictures, scrolled from its top until the last one is there, as Chromium's own trace saw it.</summary>
internal static class Scroll
{
    private const int Pictures = 5_000;

    // Three windows and more a second: as fast as somebody scrolls who still looks.
    private const int PixelsPerSecond = 3_000, Stretch = 30_000;

    public static Command Command
    {
        get
        {
            var keep = Trace.KeepOption();
            var command = new Command(
                "scroll", "The gallery of 5,000 pictures from top to end in Chromium: dropped frames, and the tasks of the main thread.")
            {
                keep,
            };
            command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(keep), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(FileInfo? keep, CancellationToken cancellationToken)
    {
        await using var site = await SiteServer.StartAsync(Pictures, cancellationToken);
        await using var chromium = await Chromium.OpenAsync(site.Url);
        await chromium.Page.Locator("article img[data-loaded]").First.WaitForAsync();
        var devTools = await chromium.Page.Context.NewCDPSessionAsync(chromium.Page);
        var trace = await Trace.RecordAsync(chromium.Browser, () => ToEndAsync(chromium.Page, devTools, cancellationToken), keep);
        var mainThread = new MainThread(trace);
        var title = $"{Pictures:N0} pictures from top to end at {PixelsPerSecond:N0} px/s, window of 1440 × 900, software compositing";
        new Report(title, ScrollFrames.Columns).Row(new ScrollFrames(trace, mainThread.Process).Cells).Print();
        mainThread.Print("The main thread meanwhile");
    }

    private static async Task ToEndAsync(IPage page, ICDPSession devTools, CancellationToken cancellationToken)
    {
        while (!await page.GetByText("That’s all").IsVisibleAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Wheel events, a tick of the display apart, from the browser's process as a real wheel's are.
            await devTools.SendAsync("Input.synthesizeScrollGesture", new()
            {
                ["x"] = 720,
                ["y"] = 450,
                ["yDistance"] = -Stretch,
                ["speed"] = PixelsPerSecond,
                ["gestureSourceType"] = "mouse",
                ["preventFling"] = true,
            });
        }
    }
}
