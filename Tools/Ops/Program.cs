using System.CommandLine;
using Iris.Ops.CommandLine;
using Iris.Ops.Data;
using Iris.Ops.Deploying;
using Iris.Ops.Packaging;

var root = new RootCommand("Operates Iris: packages and deploys it, and looks after its data. `ops COMMAND --help` says what a command does, with an example.")
{
    PackageCommand.Create(),
    DeployCommand.Create(),
    DiffCommand.Create(),
    RollbackCommand.Create(),
    DestroyCommand.Create(),
    SeedCommand.Create(),
    RedriveCommand.Create(),
    ReprocessCommand.Create(),
    ReindexCommand.Create(),
    SweepCommand.Create(),
    CleanDataCommand.Create(),
};

var arguments = root.Parse(args);
var code = await arguments.InvokeAsync();

return arguments.Errors.Count > 0 ? (int)ExitCode.Unusable : code;
