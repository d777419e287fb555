namespace Iris.Deployment.Packaging;

/// <summary>Publishes a function as a Native AOT bootstrap, and knows which of the published files belong in its package.</summary>
public static class PublishedFunction
{
    // Intermediate files apart from the solution's, so that packaging and building do not disturb each other. Nothing of the commit goes
    // into the binary: otherwise each commit would be a new version of every function.
    private static readonly string[] s_arguments =
        ["-c", "Release", "-p:LinkerFlavor=lld", "-p:EnableSourceLink=false", "-p:IncludeSourceRevisionInInformationalVersion=false", "--nologo", "-v", "quiet", "-nodeReuse:false"];

    private static readonly string[] s_superfluous = [".dbg", ".pdb", ".xml", ".json", ".http", ".gif"];

    public static async Task<string> PublishAsync(Function function, CpuArchitecture architecture, CancellationToken cancellationToken)
    {
        var artifacts = Checkout.PathOf("artifacts", "package", "build");
        var result = await Programs.RunAsync(
            "dotnet",
            ["publish", Checkout.PathOf(function.Name), "-r", architecture.Runtime, "--artifacts-path", artifacts, .. s_arguments],
            cancellationToken);
        return result.IsSuccess
            ? Path.Combine(artifacts, "publish", function.Name, $"release_{architecture.Runtime}")
            : throw OperationException.Failed(
                $"Publishing {function.Name} failed:{Environment.NewLine}{result.StandardOutput}{result.StandardError}");
    }

    /// <summary>
    /// The executable as `bootstrap`, native libraries beside it, and nothing else: a file of a kind unknown here is an error, not a guess.
    /// </summary>
    public static IReadOnlyList<ZipContent> Contents(string folder, string name)
    {
        List<ZipContent> contents = [];

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(path) == name)
            {
                contents.Add(ZipContent.Program("bootstrap", File.ReadAllBytes(path)));
            }
            else if (Path.GetFileName(path).Contains(".so", StringComparison.Ordinal))
            {
                contents.Add(ZipContent.File(Path.GetFileName(path), File.ReadAllBytes(path)));
            }
            else if (!s_superfluous.Contains(Path.GetExtension(path)))
            {
                throw OperationException.Failed($"{path} was published, and nothing says whether it belongs in the package of {name}.");
            }
        }

        return contents;
    }
}
