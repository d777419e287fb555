using System.CommandLine;
using Iris.Tests.Support.Lambda;

namespace Iris.Benchmarks;

/// <summary>Both functions as they are deployed, under LocalAws.Lambda: what a first and what a later invocation costs.</summary>
internal static class Functions
{
    public static Command Command
    {
        get
        {
            var against = new Option<string?>("--against") { Description = "Another ImageApi bootstrap, measured in turn with this one." };
            var command = new Command("functions", "The Native AOT bootstraps under LocalAws.Lambda: cold start, warm latency, memory.")
            {
                against,
            };
            command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(against), cancellationToken));
            return command;
        }
    }

    private static async Task RunAsync(string? against, CancellationToken cancellationToken)
    {
        if (Bootstraps.Obstacle is { } obstacle)
        {
            throw new InvalidOperationException(obstacle);
        }

        string[] builds = [await Bootstraps.GetAsync("ImageApi"), .. against is null ? [] : new[] { against }];
        await ApiFunction.MeasureAsync(builds, cancellationToken);

        if (against is null)
        {
            await ProcessorFunction.MeasureAsync(await Bootstraps.GetAsync("ImageProcessor"), cancellationToken);
        }
    }
}
