using System.ComponentModel;
using System.Diagnostics;
using Iris.Client;

namespace Iris.Seed;

/// <summary>
/// Real photographs out of npm packages under the MIT licence (see package.json beside them): fetched when asked for, never committed.
/// </summary>
/// <param name="folder">The folder with the package.json, Tools/Seed/Photographs of the checkout.</param>
public sealed class PhotographPackages(string folder)
{
    private static readonly string[] s_files =
    [
        "paper-kit-2/assets/img/ilya-yakover.jpg",
        "ij-test/img/cat.jpg",
        "material-kit/assets/img/examples/studio-5.jpg",
        "paper-kit-2/assets/img/fabio-mangione.jpg",
        "material-kit/assets/img/bg3.jpg",
        "material-kit/assets/img/examples/studio-4.jpg",
        "ij-test/img/cat-blur.jpg",
        "paper-kit-2/assets/img/antoine-barres.jpg",
        "material-kit/assets/img/examples/cynthia-del-rio.jpg",
        "paper-kit-2/assets/img/joshua-stannard.jpg",
        "material-kit/assets/img/examples/olu-eletu.jpg",
        "paper-kit-2/assets/img/bruno-abatti.jpg",
        "material-kit/assets/img/profile_city.jpg",
        "paper-kit-2/assets/img/soroush-karimi.jpg",
        "material-kit/assets/img/bg7.jpg",
        "paper-kit-2/assets/img/federico-beccari.jpg",
    ];

    private string Modules => Path.Combine(folder, "node_modules");

    /// <summary>All of them. The first call on a machine fetches the packages, 14 MB.</summary>
    /// <exception cref="InvalidOperationException">They could not be fetched.</exception>
    public async Task<IReadOnlyList<ImageFile>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!s_files.All(file => File.Exists(Path.Combine(Modules, file))))
        {
            await FetchAsync(cancellationToken);
        }

        return await Task.WhenAll(s_files.Select(async file => new ImageFile(
            Path.GetFileName(file), "image/jpeg", await File.ReadAllBytesAsync(Path.Combine(Modules, file), cancellationToken))));
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        const string Needs = "The photographs are fetched by npm, which has to be on the PATH and to reach a registry.";
        try
        {
            using var npm = Process.Start(Npm())!;
            await using var giveUp = cancellationToken.Register(npm.Kill);
            await npm.WaitForExitAsync(cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"'npm ci' ended with exit code {npm.ExitCode}. {Needs}");
            }
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(Needs, exception);
        }
    }

    private ProcessStartInfo Npm() => OperatingSystem.IsWindows()
        ? new("cmd", ["/c", "npm", "ci", "--ignore-scripts", "--silent"]) { WorkingDirectory = folder }
        : new("npm", ["ci", "--ignore-scripts", "--silent"]) { WorkingDirectory = folder };
}
