using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Packaging;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Packaging;

/// <summary>`ops site`</summary>
internal static class SiteCommand
{
    public static Command Create() =>
        new Command(
            "site", Help.Text("Builds the site as static files, in WebFrontend/out/.", "ops site", ExitCode.Failed, ExitCode.Unusable))
            .Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        await SiteBuild.RunAsync(console, cancellationToken);
        console.Result(new { folder = SiteBuild.Folder });
    }
}
