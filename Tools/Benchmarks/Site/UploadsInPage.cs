using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Iris.Tests.Support;
using Microsoft.Playwright;

namespace Iris.Benchmarks.Site;

/// <summary>What ten photographs, each as large as one may be, cost the page while it hashes, shows and sends them.</summary>
internal static class UploadsInPage
{
    private const int Files = 10, FileSize = 5_242_880, LimitMs = 180_000;

    public static Command Command
    {
        get
        {
            var keep = Trace.KeepOption();
            var command = new Command(
                "page-uploads", "Ten photographs of 5 MB, chosen in the gallery: the tasks of the main thread until all are ready.")
            {
                keep,
            };
            command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(keep), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(FileInfo? keep, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("iris-bench-uploads-");

        try
        {
            var files = await WriteAsync(folder, cancellationToken);
            await ExportedSite.GetAsync(cancellationToken);
            var (iris, url) = await AppHostProcess.StartAsync(["--frontend=static"], cancellationToken);
            await using (iris)
            {
                await iris.AnswersAsync(new Uri(url, "/api/images"), cancellationToken);
                await MeasureAsync(url, files, keep);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[]> WriteAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        string[] files = [.. Enumerable.Range(1, Files).Select(number => Path.Combine(folder.FullName, $"photograph-{number}.jpg"))];

        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(file, Photographs.TwelveMegapixels.Distinct(FileSize), cancellationToken);
        }

        return files;
    }

    private static async Task MeasureAsync(Uri site, string[] files, FileInfo? keep)
    {
        await using var chromium = await Chromium.OpenAsync(site);
        var page = chromium.Page;
        await page.GetByText("Nothing here yet").WaitForAsync();
        var start = Stopwatch.GetTimestamp();
        var trace = await Trace.RecordAsync(chromium.Browser, () => UploadAsync(page, files), keep);
        var elapsed = Stopwatch.GetElapsedTime(start);
        // The list of uploads folds itself up when nothing is on its way any more.
        await AllDone(page).ClickAsync();
        var ready = await page.GetByText("Ready", new() { Exact = true }).CountAsync();

        if (ready != files.Length)
        {
            throw new InvalidOperationException($"Of {files.Length} sound photographs {ready} became ready.");
        }

        new MainThread(trace).Print(string.Create(CultureInfo.InvariantCulture, $"{Files} photographs of 5 MB, chosen → ready in {elapsed.TotalSeconds:0.0} s: the main thread"));
    }

    private static async Task UploadAsync(IPage page, string[] files)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await AllDone(page).WaitForAsync(new() { Timeout = LimitMs });
    }

    private static ILocator AllDone(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = $"{Files} of {Files} pictures done", Exact = true });
}
