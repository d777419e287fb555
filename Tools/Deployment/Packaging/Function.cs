namespace Iris.Deployment.Packaging;

/// <summary>A Lambda function of Iris: the project it is built from, and the template's parameter that says where its zip is.</summary>
public sealed record Function(string Name, string Parameter)
{
    public static readonly Function ImageApi = new("ImageApi", "ImageApiArtifact");

    public static readonly Function ImageProcessor = new("ImageProcessor", "ImageProcessorArtifact");

    public static readonly IReadOnlyList<Function> All = [ImageApi, ImageProcessor];
}

/// <summary>
/// A function's zip, named by the SHA-256 of its bytes: the same content is the same name, and what has its name need not be sent.
/// </summary>
public sealed record FunctionPackage(
    string Function, string Architecture, string Path, string Sha256, long ZipBytes, long BootstrapBytes, long LibraryBytes, string? Glibc)
{
    /// <summary>Where it is in the artifact bucket.</summary>
    public string Key => $"functions/{Function}/{Sha256}.zip";
}
