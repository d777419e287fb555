using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Iris.Client;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Iris.Ops.CommandLine;
using Iris.Seed;

namespace Iris.Ops.Data;

/// <summary>`ops seed`</summary>
internal static class SeedCommand
{
    // A day.
    private const int MaximumSeconds = 86_400;

    // On AWS three attempts at a picture, with the pauses between them, take more than three minutes.
    private static readonly Option<int> s_timeout = new("--timeout-seconds")
    {
        Description = "Give up when no further picture has been processed for so long.",
        DefaultValueFactory = static _ => 300,
        CustomParser = Seconds,
    };

    public static Command Create() =>
        new Command("seed", Help.Text(
            $"Fills the gallery with {Collection.Count} pictures, uploaded through the site as a visitor does, and waits until each is ready. Pictures that are there already cost nothing.",
            "ops seed --stack iris-test",
            ExitCode.Failed, ExitCode.Unusable, ExitCode.TimedOut))
        {
            s_timeout,
        }.RunOnData(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, DataTarget data, CancellationToken cancellationToken)
    {
        var pictures = await ReadAsync(cancellationToken);
        console.Step($"{pictures.Count} pictures for {data.Name}");

        if (arguments.IsDryRun())
        {
            console.Result(pictures.Select(static it => new { it.FileName, size = it.Bytes.Length }));
            return;
        }

        using var site = SignIn.Connect(data.Stack is { } stack ? new Uri($"{stack.Output("SiteUrl")}/") : LocalAddresses.Site);
        var patience = TimeSpan.FromSeconds(arguments.GetValue(s_timeout));
        var seeded = await ProgressBar.RunAsync(
            console,
            "pictures processed",
            pictures.Count,
            progress => SendAsync(new Seeder(site), pictures, data, progress, patience, cancellationToken));

        SeededPicture[] unfinished = [.. seeded.Where(static it => it.Status != "ready")];

        foreach (var picture in unfinished)
        {
            console.Say($"{picture.FileName}: {picture.Status}");
        }

        console.Result(seeded);

        if (unfinished is not [])
        {
            throw OperationException.Failed($"{unfinished.Length} of {pictures.Count} pictures did not become ready. {WhereToLook(data)}");
        }
    }

    /// <summary>A slow processor has all the time that it needs, picture after picture; one that has stopped does not.</summary>
    private static async Task<IReadOnlyList<SeededPicture>> SendAsync(
        Seeder seeder,
        IReadOnlyList<ImageFile> pictures,
        DataTarget data,
        IProgress<long> progress,
        TimeSpan patience,
        CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        var done = 0;

        try
        {
            return await seeder.SendAsync(
                pictures,
                _ =>
                {
                    done++;
                    waiting.CancelAfter(patience);
                    progress.Report(1);
                },
                waiting.Token);
        }
        catch (OperationCanceledException) when (waiting.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw OperationException.TimedOut(
                $"{done} of {pictures.Count} pictures are processed, and for {patience.TotalSeconds} s there was no further one. {WhereToLook(data)} Then run this again: it goes on from what is there. --timeout-seconds makes it wait longer.");
        }
    }

    private static string WhereToLook(DataTarget data) => data.Stack is { Name: var name }
        ? $"Look at the log of ImageProcessor, and at 'ops redrive --stack {name} --dry-run', which counts the events that failed."
        : "Look at 'processor' in the dashboard, http://localhost:18888, and at 'ops redrive --dry-run', which counts the events that failed.";

    private static int Seconds(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is 0 or > MaximumSeconds)
        {
            argument.AddError($"'{text}' is no time to wait: write seconds, from 1 to {MaximumSeconds}.");
        }

        return seconds;
    }

    private static async Task<IReadOnlyList<ImageFile>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Collection.ReadAsync(Checkout.PathOf("Tools", "Seed", "Photographs"), cancellationToken);
        }
        catch (InvalidOperationException failure)
        {
            throw OperationException.Failed(failure.Message);
        }
    }
}
