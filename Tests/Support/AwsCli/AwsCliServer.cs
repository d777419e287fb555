using System.Diagnostics;

namespace Iris.Tests.Support.AwsCli;

/// <summary>
/// The AWS CLI, loaded once for all tests of a process: a deployment calls it some forty times, and most of each call is Python reading the
/// program. Where Python does not know it as a module, as with its version 2, each call starts it as usual.
/// </summary>
public static class AwsCliServer
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, string>>> s_environment = new(StartAsync);

    // Held for as long as this process lives: it ends when its standard input does.
    private static Process? s_server;

    /// <summary>What a process needs in its environment to call the server by the name of `aws`.</summary>
    public static Task<IReadOnlyDictionary<string, string>> EnvironmentAsync() => s_environment.Value;

    private static async Task<IReadOnlyDictionary<string, string>> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("iris-aws-").FullName;
        var socket = Path.Combine(folder, "socket");
        s_server = Process.Start(new ProcessStartInfo("python3", [Source("server.py"), socket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await s_server.StandardOutput.ReadLineAsync() is not { } python)
        {
            return new Dictionary<string, string>();
        }

        var client = Path.Combine(folder, "aws");
        await File.WriteAllTextAsync(client, $"#!{python} -IS\n{await File.ReadAllTextAsync(Source("client.py"))}");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(client, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return new Dictionary<string, string>
        {
            ["PATH"] = $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["AWS_CLI_SERVER"] = socket,
        };
    }

    private static string Source(string name) => Repository.PathOf("Tests", "Support", "AwsCli", name);
}
