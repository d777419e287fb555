using System.CommandLine;
using System.Text.Json;
using Microsoft.Playwright;

namespace Iris.Benchmarks.Site;

/// <summary>What the browser recorded of itself while something was done in it, by the Tracing domain of the DevTools protocol.</summary>
internal sealed class Trace
{
    // Few, so that the recording costs little: the frames, and the tasks of the threads.
    private static readonly string[] s_categories =
    [
        "disabled-by-default-devtools.timeline.frame", "disabled-by-default-devtools.timeline", "devtools.timeline",
    ];

    private readonly List<TraceEvent> _events = [];

    public static Option<FileInfo?> KeepOption() =>
        new("--trace") { Description = "Keeps the trace in a file, for the performance panel of DevTools." };

    public IReadOnlyList<TraceEvent> Events => _events;

    /// <param name="browser">The browser, of which all processes are recorded.</param>
    /// <param name="act">What is done meanwhile.</param>
    /// <param name="file">Keeps all of it there, for the performance panel of DevTools.</param>
    public static async Task<Trace> RecordAsync(IBrowser browser, Func<Task> act, FileInfo? file)
    {
        var trace = new Trace();
        var isComplete = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var devTools = await browser.NewBrowserCDPSessionAsync();
        await using var copy = file is null ? StreamWriter.Null : file.CreateText();
        devTools.Event("Tracing.dataCollected").OnEvent += (_, data) => trace.Add(data!.Value.GetProperty("value"), copy);
        devTools.Event("Tracing.tracingComplete").OnEvent += (_, data) =>
            isComplete.SetResult(!data!.Value.GetProperty("dataLossOccurred").GetBoolean());

        await devTools.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new Dictionary<string, object>
            {
                ["recordMode"] = "recordAsMuchAsPossible",
                ["includedCategories"] = s_categories,
            },
        });
        await act();
        await devTools.SendAsync("Tracing.end");

        if (!await isComplete.Task)
        {
            throw new InvalidOperationException("The trace did not fit into the browser's buffer.");
        }

        await copy.WriteAsync("\n]");
        trace._events.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return trace;
    }

    private void Add(JsonElement events, TextWriter copy)
    {
        foreach (var json in events.EnumerateArray())
        {
            copy.Write(_events.Count == 0 ? "[\n" : ",\n");
            copy.Write(json.GetRawText());
            _events.Add(TraceEvent.Read(json));
        }
    }
}
