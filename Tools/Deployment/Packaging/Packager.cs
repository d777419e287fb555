using System.Security.Cryptography;

namespace Iris.Deployment.Packaging;

/// <summary>
/// From a project to its zip: published, checked, run once, zipped, named. One function after the other: both are compiled from the same
/// libraries.
/// </summary>
public sealed class Packager(IDeploymentConsole console, CpuArchitecture architecture, string folder)
{
    public async Task<IReadOnlyList<FunctionPackage>> PackAllAsync(CancellationToken cancellationToken)
    {
        Toolchain.Require(architecture);
        List<FunctionPackage> packages = [];

        foreach (var function in Function.All)
        {
            packages.Add(await PackAsync(function, cancellationToken));
        }

        return packages;
    }

    private async Task<FunctionPackage> PackAsync(Function function, CancellationToken cancellationToken)
    {
        console.Step($"{function.Name} for {architecture.Runtime}");
        var published = await PublishedFunction.PublishAsync(function, architecture, cancellationToken);
        var contents = PublishedFunction.Contents(published, function.Name);
        var glibc = contents.Max(content => LoadCheck.Require(content.Name, content.Bytes, architecture));
        console.Say($"published; needs glibc {glibc}, Amazon Linux 2023 has {LoadCheck.Glibc}");

        if (SmokeRun.IsPossible(architecture))
        {
            await SmokeRun.RunAsync(function, architecture, published, cancellationToken);
            console.Say(architecture.IsHost ? "started and asked for an invocation" : $"started under {architecture.Emulator} and asked for an invocation");
        }
        else
        {
            console.Say($"not started: there is no {architecture.Emulator} here (apt-get install qemu-user)");
        }

        return await WriteAsync(function, contents, glibc, cancellationToken);
    }

    private async Task<FunctionPackage> WriteAsync(
        Function function, IReadOnlyList<ZipContent> contents, Version? glibc, CancellationToken cancellationToken)
    {
        var zip = ReproducibleZip.Create(contents);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(zip));
        var path = Path.Combine(folder, $"{function.Name}-{sha256}.zip");
        RemoveOthers(path, function.Name);
        ZipSize.Require(function.Name, zip.Length, contents);
        await File.WriteAllBytesAsync(path, zip, cancellationToken);
        var bootstrap = contents.Single(static content => content.Name == "bootstrap").Bytes.Length;
        return new FunctionPackage(
            function.Name,
            architecture.Name,
            path,
            sha256,
            zip.Length,
            bootstrap,
            contents.Sum(static content => content.Bytes.Length) - bootstrap,
            glibc?.ToString());
    }

    private static void RemoveOthers(string path, string function)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        foreach (var old in folder.EnumerateFiles($"{function}-*.zip"))
        {
            old.Delete();
        }
    }
}
