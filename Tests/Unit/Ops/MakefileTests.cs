using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Ops;

public sealed class MakefileTests
{
    private const string Ops = "dotnet run --project Tools/Ops -- ";

    public static TheoryData<string, string> Commands => new()
    {
        { "rollback STACK=iris", "rollback --stack iris" },
        { "destroy STACK=iris", "destroy --stack iris" },
        { "seed", "seed" },
        { "seed STACK=iris", "seed --stack iris" },
        { "redrive STACK=iris ARGS=--dry-run", "redrive --stack iris --dry-run" },
        { "reprocess SINCE=24h", "reprocess --since 24h" },
        { "reprocess SINCE=24h STACK=iris YES=1", "reprocess --since 24h --stack iris --yes" },
        { "reindex STACK=iris", "reindex --stack iris" },
        { "sweep YES=1", "sweep --yes" },
        { "retry ID=werc8gmrzge196qvyk49jvxs4g", "retry werc8gmrzge196qvyk49jvxs4g" },
        { "delete ID=werc8gmrzge196qvyk49jvxs4g STACK=iris YES=1", "delete werc8gmrzge196qvyk49jvxs4g --stack iris --yes" },
        { "restore ID=werc8gmrzge196qvyk49jvxs4g STACK=iris", "restore werc8gmrzge196qvyk49jvxs4g --stack iris" },
        { "clean-data", "clean-data" },
        { "clean-data STACK=iris YES=1", "clean-data --stack iris --yes" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_target_is_a_command_of_ops(string target, string command) =>
        Assert.Equal($"{Ops}{command}", Words(await MakeAsync($"-n {target}")));

    [Theory]
    [InlineData("diff STACK=iris", "diff --stack iris")]
    [InlineData("deploy STACK=iris YES=1", "deploy --stack iris --yes")]
    public async Task What_is_deployed_or_compared_is_made_before_and_once(string target, string command) => Assert.Equal(
        ["package", "site", command],
        (await MakeAsync($"-n {target}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => Words(line).Replace(Ops, "", StringComparison.Ordinal)));

    [Fact]
    public async Task The_list_names_every_target()
    {
        var list = await MakeAsync("");

        Assert.All(
            (string[])["seed", "redrive", "reprocess", "reindex", "sweep", "clean-data", "deploy"],
            target => Assert.Contains($"make {target} ", list, StringComparison.Ordinal));
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static async Task<string> MakeAsync(string arguments)
    {
        Programs.Require("make");
        using var make =
            Process.Start(new ProcessStartInfo("make", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var output = await make.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, make.ExitCode);
        return output;
    }
}
