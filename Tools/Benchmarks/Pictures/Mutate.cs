using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// Mutated pictures, each of which has to end in a state, within its time, and leave nothing behind. They are decoded in a process of their
/// own, which notes the number of a case before it begins: a decoder that takes the process with it is known by its case, and the rest goes
/// on.
/// </summary>
internal static class Mutate
{
    private static readonly string s_findings = Repository.PathOf("artifacts", "mutate");

    public static Command Command
    {
        get
        {
            var cases = new Option<long>("--cases") { DefaultValueFactory = _ => 100_000, Description = "How many." };
            var seed = new Option<int>("--seed")
            {
                DefaultValueFactory = _ => 1,
                Description = "Which: the same seed makes the same cases.",
            };
            var minutes = new Option<double>("--minutes")
            {
                DefaultValueFactory = _ => 24 * 60,
                Description = "After which it ends, however many are left.",
            };
            var command = new Command("mutate", "Mutated pictures of every format: no crash, no leak, a state for each.")
            {
                cases,
                seed,
                minutes,
            };
            command.SetAction(async (parsed, cancellationToken) =>
                await RunAsync(parsed.GetValue(cases), parsed.GetValue(seed), TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellationToken));
            return command;
        }
    }

    private static async Task<int> RunAsync(long cases, int seed, TimeSpan limit, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(s_findings);
        var journal = Path.Combine(s_findings, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.case"));
        var end = DateTime.UtcNow + limit;
        var sum = new MutationTally();
        List<string> findings = [];

        for (long next = 0; next < cases && DateTime.UtcNow < end;)
        {
            var (tally, exitCode) = await RunWorkerAsync(seed, next, cases, end, journal, cancellationToken);
            sum.Add(tally);
            next += tally.Cases;

            if (exitCode != 0)
            {
                // What was counted last may be some cases back; those are done, and the one after the noted one is the next.
                var fatal = BitConverter.ToInt64(await File.ReadAllBytesAsync(journal, cancellationToken));
                findings.Add(await KeepAsync(seed, fatal, $"ended the process with {exitCode}", cancellationToken));
                sum.Cases += fatal + 1 - next;
                next = fatal + 1;
            }

            foreach (var slow in tally.Slow)
            {
                findings.Add(await KeepAsync(seed, slow, "was above its budget", cancellationToken));
            }
        }

        File.Delete(journal);
        sum.Print(seed);
        findings.ForEach(Console.WriteLine);
        return findings is [] && !sum.Leaks ? 0 : 1;
    }

    private static async Task<(MutationTally Tally, int ExitCode)> RunWorkerAsync(
        int seed, long from, long to, DateTime end, string journal, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            MutateWorker.Name, "--seed", $"{seed}", "--from", $"{from}", "--to", $"{to}", "--until", end.ToString("O", CultureInfo.InvariantCulture), "--journal", journal,
        ];
        using var worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var tally = new MutationTally();

        while (await worker.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            tally = line.StartsWith('{') ? JsonSerializer.Deserialize<MutationTally>(line)! : tally;
            Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} from {from}: {line}");
        }

        await worker.WaitForExitAsync(cancellationToken);
        return (tally, worker.ExitCode);
    }

    private static async Task<string> KeepAsync(int seed, long number, string what, CancellationToken cancellationToken)
    {
        var file = Path.Combine(s_findings, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}-case-{number}.bin"));
        await File.WriteAllBytesAsync(file, new MutatedPictures(seed).Case(number), cancellationToken);
        return $"case {number} of seed {seed} {what}: {file}";
    }
}
