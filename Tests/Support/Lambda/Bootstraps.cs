using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Iris.Tests.Support.Lambda;

/// <summary>
/// The functions as AWS runs them: Native AOT bootstraps. They are published once in a test run, by whoever asks first, and MSBuild makes
/// again only what is out of date.
/// </summary>
public static class Bootstraps
{
    private static readonly Lazy<Task> s_published = new(PublishAsync);

    /// <summary>Why there can be none, with the cure; null when nothing is in the way.</summary>
    public static string? Obstacle { get; } = Programs.IsThere("clang") || Programs.IsThere("gcc")
        ? null
        : "Native AOT needs a linker, and neither clang nor gcc is on the PATH. On Debian and Ubuntu: apt-get install clang zlib1g-dev";

    /// <summary>The path of a function's executable, once it is there.</summary>
    public static async Task<string> GetAsync(string function)
    {
        await s_published.Value;
        return Repository.PathOf(
            "artifacts", "bootstraps", "publish", function, $"release_{RuntimeInformation.RuntimeIdentifier}", function);
    }

    private static async Task PublishAsync()
    {
        using var turn = await TakeTurnAsync();
        var start = new ProcessStartInfo("dotnet", ["build", "Tools/Bootstraps", "--nologo", "-v", "quiet", "-nodeReuse:false"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };

        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();

        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet build Tools/Bootstraps' failed:{Environment.NewLine}{output}");
        }
    }

    // `dotnet test` runs test projects side by side, and each would write the same files.
    private static async Task<FileStream> TakeTurnAsync()
    {
        var path = Path.Combine(Directory.CreateDirectory(Repository.PathOf("artifacts", "bootstraps")).FullName, "publishing");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}
