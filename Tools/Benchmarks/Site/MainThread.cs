using System.Globalization;

namespace Iris.Benchmarks.Site;

/// <summary>
/// The thread that runs the page's scripts, styles and layout: while a task is on it, the page answers nobody. Its tasks are the trace's
/// RunTask events (category disabled-by-default-devtools.timeline), each with its duration and the processor time that it had of it. On a
/// machine that has other things to do the two differ, and the processor time is what the site asks for.
/// </summary>
internal sealed class MainThread
{
    // What the Long Tasks API of the W3C calls long.
    private const double LongMilliseconds = 50;

    private readonly TraceEvent[] _tasks;

    // The renderers that have no page yet do next to nothing.
    public MainThread(Trace trace)
    {
        var mains = trace.Events
            .Where(static each => each.Name == "thread_name" && each.Arguments.GetProperty("name").GetString() == "CrRendererMain")
            .Select(static each => (each.Process, each.Thread))
            .ToHashSet();
        _tasks = [.. trace.Events
            .Where(each => each is { Name: "RunTask", Phase: 'X' } && mains.Contains((each.Process, each.Thread)))
            .GroupBy(static each => each.Process)
            .MaxBy(static tasks => tasks.Sum(static task => task.Duration))!];
    }

    public int Process => _tasks[0].Process;

    public void Print(string title) => new Report(title, "", "tasks", "longest", "over 50 ms", "all together")
        .Row(Row("by the clock", static task => task.Duration))
        .Row(Row("processor time", static task => task.ProcessorTime))
        .Print();

    private string[] Row(string what, Func<TraceEvent, double> microsecondsOf)
    {
        var times = new Latencies(_tasks.Select(task => TimeSpan.FromMicroseconds(microsecondsOf(task))));
        var isLong = _tasks.Count(task => microsecondsOf(task) / 1e3 > LongMilliseconds);
        var seconds = _tasks.Sum(microsecondsOf) / 1e6;
        return
        [
            what, Invariant($"{times.Count}"), Latencies.Milliseconds(times.Max), Invariant($"{isLong}"), Invariant($"{seconds:0.0} s"),
        ];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
