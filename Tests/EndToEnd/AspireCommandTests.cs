using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

/// <summary>
/// The <c>aspire</c> command of .config/dotnet-tools.json on the AppHost, from a home folder of its own: there it keeps what it knows of
/// running AppHosts, and would take those of other tests for previous ones to stop.
/// </summary>
public sealed partial class AspireCommandTests : IDisposable
{
    private static readonly string s_userHome = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("iris-home-");

    public AspireCommandTests()
    {
        // Packages come from where the user's come from.
        var (source, own) = (Path.Combine(s_userHome, ".nuget", "NuGet", "NuGet.Config"), Path.Combine(_home.FullName, ".nuget", "NuGet"));
        if (File.Exists(source))
        {
            File.Copy(source, Path.Combine(Directory.CreateDirectory(own).FullName, "NuGet.Config"));
        }
    }

    [Fact]
    public async Task It_starts_lists_describes_and_stops_the_application_and_runs_the_commands_of_its_resources()
    {
        await DotnetAsync("tool", "restore");

        await AspireAsync("start", "--no-build", "--isolated", "--", "--ephemeral", "--frontend=static");
        try
        {
            await AspireAsync("wait", "cloudfront", "--timeout", "120");
            using var running = JsonDocument.Parse(await AspireAsync("ps", "--format", "Json"));
            Assert.EndsWith(
                "AppHost.csproj",
                Assert.Single(running.RootElement.EnumerateArray()).GetProperty("appHostPath").GetString(),
                StringComparison.Ordinal);
            Assert.Equal(RunningByTheReadme(), Described(await AspireAsync("describe", "--format", "Json")));
            await AspireAsync("resource", "cloudfront", "clear-data");
            await AspireAsync("resource", "provision", "rebuild");
            Assert.Contains("Build succeeded", await AspireAsync("logs", "provision"), StringComparison.Ordinal);
        }
        finally
        {
            await AspireAsync("stop");
        }

        Assert.Equal("[]", await AspireAsync("ps", "--format", "Json"));
    }

    public void Dispose() => _home.Delete(recursive: true);

    /// <summary>The table of what runs, but for the dashboard, which is no resource.</summary>
    private static IEnumerable<string> RunningByTheReadme() => Row().Matches(File.ReadAllText(Repository.PathOf("README.md")))
        .Select(static row => row.Groups["resource"].Value)
        .Where(static name => name is not "dashboard")
        .Order();

    private static IEnumerable<string> Described(string json)
    {
        using var description = JsonDocument.Parse(json);
        var names = description.RootElement.GetProperty("resources").EnumerateArray()
            .Select(static resource => resource.GetProperty("displayName").GetString()!);
        return [.. names.Distinct().Order()];
    }

    // | s3 | http://127.0.0.1:9000 | …, | provision | | …
    [GeneratedRegex(@"^\| (?<resource>[a-z0-9]+) \| (http://\S+ )?\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private Task<string> AspireAsync(string command, params string[] args) =>
        DotnetAsync(["aspire", command, "--non-interactive", "--nologo", .. args]);

    private async Task<string> DotnetAsync(params string[] args)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            Environment =
            {
                ["HOME"] = _home.FullName,
                ["DOTNET_CLI_HOME"] = _home.FullName,
                ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(s_userHome, ".nuget", "packages"),
            },
        })!;
        var output = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', args)} ended with {process.ExitCode}: {output}");
        return output;
    }
}
