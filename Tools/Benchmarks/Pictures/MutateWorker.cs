using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support.Pictures;

namespace Iris.Benchmarks.Pictures;

/// <summary>The process that <see cref="Mutate"/> risks. It says how far it is after every thousand cases.</summary>
internal static class MutateWorker
{
    public const string Name = "mutate-worker";

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5), s_patience = TimeSpan.FromMinutes(1);

    public static Command Command
    {
        get
        {
            var (seed, from, to) = (new Option<int>("--seed"), new Option<long>("--from"), new Option<long>("--to"));
            var (until, journal) = (new Option<string>("--until"), new Option<string>("--journal"));
            var command = new Command(Name) { seed, from, to, until, journal };
            command.Hidden = true;
            command.SetAction(parsed => Run(
                parsed.GetValue(seed),
                parsed.GetValue(from),
                parsed.GetValue(to),
                DateTime.Parse(parsed.GetValue(until)!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                parsed.GetValue(journal)!));
            return command;
        }
    }

    private static void Run(int seed, long from, long to, DateTime until, string journal)
    {
        Warmup.Run();
        var pictures = new MutatedPictures(seed);
        var tally = new MutationTally();
        using var notes = File.OpenHandle(journal, FileMode.Create, FileAccess.Write, FileShare.Read);
        using var watch = new Timer(_ => Environment.FailFast("A decoder does not come back."));

        for (var number = from; number < to && DateTime.UtcNow < until; number++)
        {
            RandomAccess.Write(notes, BitConverter.GetBytes(number), 0);
            var picture = pictures.Case(number);
            watch.Change(s_patience, Timeout.InfiniteTimeSpan);
            var began = Environment.CpuUsage.TotalTime;
            var state = Examine(picture);
            var taken = Environment.CpuUsage.TotalTime - began;
            tally.Count(state, taken);

            if (taken > s_budget || state.Contains("Exception", StringComparison.Ordinal))
            {
                tally.Slow.Add(number);
            }

            if (tally.Cases % 1_000 == 0 || number == to - 1)
            {
                Examination.Settle();
                tally.LastBytes = Examination.Memory("VmRSS");
                tally.EarlyBytes = tally.Cases <= 10_000 ? tally.LastBytes : tally.EarlyBytes;
                tally.PeakBytes = Examination.Memory("VmHWM");
                Console.WriteLine(JsonSerializer.Serialize(tally));
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(tally));
    }

    // Whatever is thrown is a fault of ours: a picture that is not sound is no exception.
    private static string Examine(byte[] picture)
    {
        try
        {
            return Examination.Run(picture);
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name}: {fault.Message.Split('\n')[0]}";
        }
    }
}
