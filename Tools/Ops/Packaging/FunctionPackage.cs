namespace Iris.Ops.Packaging;

/// <summary>A function's zip, named by the SHA-256 of its bytes: the same content is the same name, and what has its name need not be sent.</summary>
internal sealed record FunctionPackage(string Function, string Architecture, string Path, string Sha256, long ZipBytes, long BootstrapBytes, long LibraryBytes, string? Glibc)
{
    /// <summary>Where it is in the artifact bucket.</summary>
    public string Key => $"functions/{Function}/{Sha256}.zip";
}
