using System.Globalization;
using System.Text.Json;

namespace Iris.Benchmarks.Site;

/// <summary>
/// The frames of a page while it is scrolled. For every tick of the display the compositor writes a PipelineReporter into the trace
/// (category disabled-by-default-devtools.timeline.frame), which is also what DevTools and Chromium's own smoothness metrics read: from the
/// tick to the moment at which the frame was shown, with its frame_sequence and its state. STATE_PRESENTED_ALL: shown.
/// STATE_PRESENTED_PARTIAL: shown in time and scrolled, but the main thread's newest change missed it. STATE_DROPPED with
/// affects_smoothness: something moved and nothing was shown, or the compositor came too late even to begin. STATE_NO_UPDATE_DESIRED:
/// nothing had to move. A frame may have two reporters, one for the compositor's part and one for the main thread's.
/// </summary>
internal sealed class ScrollFrames
{
    private readonly List<TimeSpan> _times = [];
    private readonly int _shown, _partial, _dropped;

    public ScrollFrames(Trace trace, int process)
    {
        double? last = null;

        foreach (var frame in ReportersOf(trace, process).GroupBy(static reporter => reporter.Sequence).OrderBy(static frame => frame.Key))
        {
            Reporter[] presented = [.. frame.Where(static reporter => reporter.IsPresented)];

            if (!frame.Any(static reporter => reporter.IsScrolling))
            {
                last = null;
            }
            else if (presented.Length > 0)
            {
                var shown = presented.Min(static reporter => reporter.End);
                _shown++;
                _partial += presented.All(static reporter => reporter.IsPartial) ? 1 : 0;

                // From one picture to the next; not across a tick in which nothing had to move.
                if (last is { } before)
                {
                    _times.Add(TimeSpan.FromMicroseconds(shown - before));
                }

                last = shown;
            }
            else if (frame.Any(static reporter => reporter.IsDropped))
            {
                _dropped++;
            }
            else
            {
                last = null;
            }
        }
    }

    public static string[] Columns { get; } = ["frames", "dropped", "share", "main thread late", "frame time p50", "p95", "longest"];

    public string[] Cells
    {
        get
        {
            var times = new Latencies(_times);
            return
            [
                Whole(_shown + _dropped), Whole(_dropped), Share(_dropped), Share(_partial),
                Latencies.Milliseconds(times.P50), Latencies.Milliseconds(times.P95), Latencies.Milliseconds(times.Max),
            ];
        }
    }

    private string Share(int frames) => (100.0 * frames / (_shown + _dropped)).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Reporter> ReportersOf(Trace trace, int process)
    {
        Dictionary<string, TraceEvent> begun = [];

        foreach (var each in trace.Events.Where(each => each.Name == "PipelineReporter" && each.Process == process))
        {
            if (each.Phase == 'b')
            {
                begun[each.Track] = each;
            }
            else if (begun.Remove(each.Track, out var begin) && begin.Arguments.TryGetProperty("frame_reporter", out var report))
            {
                yield return new(report, each.Start);
            }
        }
    }

    private sealed class Reporter(JsonElement report, double end)
    {
        private readonly string _state = report.GetProperty("state").GetString()!;

        public double End => end;

        public long Sequence { get; } = report.GetProperty("frame_sequence").GetInt64();

        public bool IsScrolling { get; } = report.GetProperty("scroll_state").GetString() != "SCROLL_NONE";

        public bool IsPresented => _state.StartsWith("STATE_PRESENTED", StringComparison.Ordinal);

        public bool IsPartial => _state == "STATE_PRESENTED_PARTIAL";

        public bool IsDropped { get; } = report.GetProperty("state").GetString() == "STATE_DROPPED"
            && report.GetProperty("affects_smoothness").GetBoolean();
    }
}
