using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dcp;

/// <summary>Finds Aspire's orchestrator and dashboard: named by the environment, fetched by the build, or of an installed Aspire CLI.</summary>
internal sealed class AspireBundle(IConfiguration configuration, IReadOnlyList<string> folders)
{
    public const string DcpVariable = "ASPIRE_DCP_PATH";
    public const string DashboardVariable = "ASPIRE_DASHBOARD_PATH";

    private static readonly string s_exe = OperatingSystem.IsWindows() ? ".exe" : "";

    public AspireBundle(IConfiguration configuration) : this(configuration, DefaultFolders())
    {
    }

    public string LocateDcp() => Locate(DcpVariable, "dcp", "dcp", "orchestrator");

    public string LocateDashboard() => Locate(DashboardVariable, "managed", "aspire-managed", "dashboard");

    private string Locate(string variable, string folder, string file, string what)
    {
        if (configuration[variable] is { Length: > 0 } named)
        {
            var path = Directory.Exists(named) ? Path.Combine(named, file + s_exe) : named;
            return File.Exists(path) ? path : throw new DistributedApplicationException($"{variable} names '{named}', but there is no '{path}'.");
        }

        return folders.Select(root => Path.Combine(root, folder, file + s_exe)).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException(
                $"""
                Aspire's {what} ({file}{s_exe}) was not found for {RuntimeInformation.RuntimeIdentifier}. The build fetches it on Linux x64 only.
                Elsewhere install the Aspire CLI (https://aspire.dev/get-started/install-cli), which keeps it in ~/.aspire, or set {DcpVariable} and {DashboardVariable}.
                Looked in: {string.Join(", ", folders)}
                """);
    }

    private static string[] DefaultFolders()
    {
        var built = typeof(AspireBundle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static data => data.Key == "AspireBundle").Value!;
        var installed = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aspire");
        return [built, Path.Combine(installed, "bundle"), installed];
    }
}
