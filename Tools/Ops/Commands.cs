using System.CommandLine;
using Iris.Ops.Data;
using Iris.Ops.Deploying;
using Iris.Ops.Packaging;

namespace Iris.Ops;

/// <summary>The commands of `ops`.</summary>
internal static class Commands
{
    public static RootCommand Create() => new(
        "Operates Iris: packages and deploys it, and looks after its data. `ops COMMAND --help` says what a command does, with an example.")
    {
        PackageCommand.Create(),
        SiteCommand.Create(),
        DeployCommand.Create(),
        DiffCommand.Create(),
        RollbackCommand.Create(),
        DestroyCommand.Create(),
        SeedCommand.Create(),
        RedriveCommand.Create(),
        RetryCommand.Create(),
        ReprocessCommand.Create(),
        ReindexCommand.Create(),
        SweepCommand.Create(),
        DeleteCommand.Create(),
        RestoreCommand.Create(),
        CleanDataCommand.Create(),
    };
}
