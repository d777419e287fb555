using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>Another state of the code to measure this one against: a folder somebody has made, or a clone of a commit, made here.</summary>
internal static class OtherCheckout
{
    public static async Task<string> OfAsync(string pathOrCommit, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(pathOrCommit, "AppHost")))
        {
            return Path.GetFullPath(pathOrCommit);
        }

        string[] resolve = ["-C", Repository.Root, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{pathOrCommit}^{{commit}}"];
        var commit = await GitAsync(resolve, cancellationToken)
            ?? throw new InvalidOperationException($"'{pathOrCommit}' is neither a folder with an AppHost nor a commit of {Repository.Root}.");
        var folder = Repository.PathOf("artifacts", "against", commit);
        if (!Directory.Exists(folder))
        {
            // Complete before it has its name: an interrupted clone is no checkout.
            var unfinished = $"{folder}.unfinished";
            Delete(unfinished);
            await RequireAsync(["clone", "--quiet", "--shared", "--no-checkout", Repository.Root, unfinished], cancellationToken);
            await RequireAsync(["-C", unfinished, "checkout", "--quiet", "--detach", commit], cancellationToken);
            Directory.Move(unfinished, folder);
        }

        return folder;
    }

    /// <summary>The commit that is checked out there, or the folder's name.</summary>
    public static async Task<string> NameOfAsync(string folder, CancellationToken cancellationToken) =>
        await GitAsync(["-C", folder, "rev-parse", "--short", "HEAD"], cancellationToken) ?? Path.GetFileName(folder);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RequireAsync(string[] arguments, CancellationToken cancellationToken) =>
        _ = await GitAsync(arguments, cancellationToken)
            ?? throw new InvalidOperationException($"'git {string.Join(' ', arguments)}' failed.");

    /// <summary>What git prints, or null when it fails.</summary>
    private static async Task<string?> GitAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        var output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
        await git.WaitForExitAsync(cancellationToken);
        return git.ExitCode == 0 ? output.Trim() : null;
    }
}
