using Iris.Deployment;
using Spectre.Console;

namespace Iris.Ops.CommandLine;

/// <summary>A bar on a terminal; elsewhere a line at the end, for a log has no use for a thousand.</summary>
internal static class ProgressBar
{
    /// <param name="console">Who is shown it.</param>
    /// <param name="title">What is going on.</param>
    /// <param name="total">How many there will be; null when nobody knows.</param>
    /// <param name="work">The work, which reports how many more are done.</param>
    public static async Task<T> RunAsync<T>(OperatorConsole console, string title, long? total, Func<IProgress<long>, Task<T>> work)
    {
        if (!console.Screen.Profile.Capabilities.Interactive)
        {
            var count = new Count(static _ => { });
            var result = await work(count);
            console.Say($"{title}: {count.Done}");
            return result;
        }

        return await console.Screen.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: total ?? double.MaxValue);
                task.IsIndeterminate = total is null;
                var result = await work(new Count(done =>
                {
                    task.Value = done;
                    task.Description = $"{Markup.Escape(title)} [grey]{done}{(total is null ? "" : $" of {total}")}[/]";
                }));
                task.Value = task.MaxValue;
                return result;
            });
    }

    /// <summary>Tells at once, unlike <see cref="Progress{T}"/>, whose last reports come after the end.</summary>
    private sealed class Count(Action<long> tell) : IProgress<long>
    {
        private readonly Lock _lock = new();

        public long Done { get; private set; }

        public void Report(long value)
        {
            lock (_lock)
            {
                Done += value;
                tell(Done);
            }
        }
    }
}
