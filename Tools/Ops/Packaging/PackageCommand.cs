using System.CommandLine;
using System.Globalization;
using Iris.Deployment;
using Iris.Deployment.Packaging;
using Iris.Ops.CommandLine;
using Spectre.Console;

namespace Iris.Ops.Packaging;

/// <summary>`ops package`</summary>
internal static class PackageCommand
{
    private static readonly Option<string> s_architecture = Architecture();

    public static Command Create() =>
        new Command("package", Help.Text(
            "Builds the functions as Native AOT bootstraps and zips them, named by their content, in artifacts/package/{architecture}/.",
            "ops package --architecture arm64",
            ExitCode.Failed, ExitCode.Unusable))
        {
            s_architecture,
        }.Run(RunAsync);

    private static async Task RunAsync(ParseResult arguments, OperatorConsole console, CancellationToken cancellationToken)
    {
        var architecture = CpuArchitecture.Named(arguments.GetValue(s_architecture)!);
        var packages = await new Packager(console, architecture, Checkout.PathOf("artifacts", "package", architecture.Name))
            .PackAllAsync(cancellationToken);
        var table = new Table().AddColumns("function", "bootstrap", "libraries", "zip", "glibc", "SHA-256");

        foreach (var package in packages)
        {
            table.AddRow(
                package.Function,
                Megabytes(package.BootstrapBytes),
                Megabytes(package.LibraryBytes),
                Megabytes(package.ZipBytes),
                package.Glibc ?? "-",
                package.Sha256[..12]);
        }

        console.Screen.Write(table);
        console.Result(packages);
    }

    private static Option<string> Architecture()
    {
        var option = new Option<string>("--architecture", "-a")
        {
            Description = "What the functions run on.",
            DefaultValueFactory = static _ => CpuArchitecture.Arm64.Name,
        };
        option.AcceptOnlyFromAmong([.. CpuArchitecture.All.Select(static architecture => architecture.Name)]);
        return option;
    }

    private static string Megabytes(long bytes) => bytes == 0 ? "-" : (bytes / 1e6).ToString("0.0 MB", CultureInfo.InvariantCulture);
}
