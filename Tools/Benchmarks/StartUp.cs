using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>
/// From <c>dotnet run --project AppHost</c> to a site that answers, and from Ctrl-C to the end of the last process, with everything built
/// and fetched before: of this checkout, and in turn with it of another.
/// </summary>
internal static class StartUp
{
    public static Command Command
    {
        get
        {
            var against = new Option<string?>("--against")
            {
                Description = "Another checkout, as a folder or as a commit, to start in turn with this one.",
                HelpName = "PATH-or-COMMIT",
            };
            var rounds = new Option<int>("--rounds") { Description = "How often each is started.", DefaultValueFactory = static _ => 5 };
            var command = new Command("startup", "Warm `dotnet run --project AppHost` to a first page and to the API's first answer; Ctrl-C to the end.");
            command.Options.Add(against);
            command.Options.Add(rounds);
            command.SetAction(async (parsed, cancellationToken) =>
                await RunAsync(parsed.GetValue(against), parsed.GetValue(rounds), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(string? against, int rounds, CancellationToken cancellationToken)
    {
        List<StartUps> contestants = [new("this", Repository.Root)];
        if (against is not null)
        {
            var other = await OtherCheckout.OfAsync(against, cancellationToken);
            contestants.Insert(0, new(await OtherCheckout.NameOfAsync(other, cancellationToken), other));
        }

        foreach (var contestant in contestants)
        {
            // The first start builds, fetches packages, and fills caches.
            await contestant.MeasureAsync(cancellationToken);
            contestant.Forget();
        }

        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes second finds the machine as the first has left it: they take turns at that as well.
            foreach (var contestant in round % 2 == 0 ? contestants : contestants.AsEnumerable().Reverse())
            {
                await contestant.MeasureAsync(cancellationToken);
            }
        }

        Print(contestants, rounds);
    }

    private static void Print(List<StartUps> contestants, int rounds)
    {
        var isAgainst = contestants.Count > 1;
        var report = new Report(
            $"Warm start and stop, rounds: {rounds}{(isAgainst ? ", in turn" : "")}",
            ["", .. contestants.SelectMany(static it => new[] { $"{it.Name}: median", "slowest" }), .. isAgainst ? ["ratio"] : Array.Empty<string>()]);
        foreach (var (what, timings) in StartUps.Measures)
        {
            Latencies[] all = [.. contestants.Select(it => new Latencies(timings(it)))];
            report.Row([
                what,
                .. all.SelectMany(static it => new[] { Seconds(it.P50), Seconds(it.Max) }),
                .. isAgainst ? [Report.Ratio(all[1].P50, all[0].P50)] : Array.Empty<string>()]);
        }

        report.Print();
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s";
}

/// <summary>What the starts of a checkout have taken.</summary>
internal sealed class StartUps(string name, string folder)
{
    private readonly List<TimeSpan> _page = [], _api = [], _exit = [], _end = [];

    public static IReadOnlyList<(string What, Func<StartUps, IEnumerable<TimeSpan>> Timings)> Measures { get; } =
    [
        ("to the first page", static it => it._page),
        ("to the API's first answer", static it => it._api),
        ("Ctrl-C to the prompt", static it => it._exit),
        ("Ctrl-C to the end of the last process", static it => it._end),
    ];

    public string Name => name;

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var (process, site) = AppHostProcess.Launch(folder, []);
        await using (process)
        {
            var (page, api) = (AnswerAsync(site), AnswerAsync(new Uri(site, "/api/images")));
            _page.Add(await page);
            _api.Add(await api);

            var end = Stopwatch.GetTimestamp();
            await process.InterruptAsync();
            _exit.Add(Stopwatch.GetElapsedTime(end));
            await process.UntilNoneIsLeftAsync(cancellationToken);
            _end.Add(Stopwatch.GetElapsedTime(end));
        }

        async Task<TimeSpan> AnswerAsync(Uri url)
        {
            await process.AnswersAsync(url, cancellationToken);
            return Stopwatch.GetElapsedTime(start);
        }
    }

    public void Forget() => Array.ForEach([_page, _api, _exit, _end], static timings => timings.Clear());
}
