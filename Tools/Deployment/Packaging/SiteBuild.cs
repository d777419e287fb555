namespace Iris.Deployment.Packaging;

/// <summary>The static export of the site, by npm.</summary>
public static class SiteBuild
{
    private static readonly Dictionary<string, string?> s_environment = new() { ["NEXT_TELEMETRY_DISABLED"] = "1", ["NODE_ENV"] = "production" };

    /// <summary>Where the export comes to lie.</summary>
    public static string Folder => Checkout.PathOf("WebFrontend", "out");

    public static void Require(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            throw OperationException.Unusable($"{folder} holds no index.html. 'ops site' builds the site.");
        }
    }

    public static async Task RunAsync(IDeploymentConsole console, CancellationToken cancellationToken)
    {
        console.Step("The site");
        // What builds it is a development dependency.
        await NpmAsync(["ci", "--ignore-scripts", "--include=dev", "--silent"], cancellationToken);
        await NpmAsync(["run", "build", "--silent"], cancellationToken);
        Require(Folder);
        console.Say($"exported to {Folder}");
    }

    private static async Task NpmAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var npm = await Programs.RunAsync("npm", arguments, cancellationToken, Checkout.PathOf("WebFrontend"), s_environment);
        if (!npm.IsSuccess)
        {
            throw OperationException.Failed($"'npm {string.Join(' ', arguments)}' failed:{Environment.NewLine}{npm.StandardOutput}{npm.StandardError}");
        }
    }
}
