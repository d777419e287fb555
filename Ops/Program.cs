using System.CommandLine;
using Iris.Ops.Packaging;

var root = new RootCommand("Operates Iris: packages and deploys it, and looks after its data. `ops COMMAND --help` says what a command does, with an example.")
{
    PackageCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
