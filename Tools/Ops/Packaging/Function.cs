namespace Iris.Ops.Packaging;

/// <summary>A Lambda function of Iris: the project it is built from, and the template's parameter that says where its zip is.</summary>
internal sealed record Function(string Name, string Parameter)
{
    public static readonly Function ImageApi = new("ImageApi", "ImageApiArtifact");

    public static readonly Function ImageProcessor = new("ImageProcessor", "ImageProcessorArtifact");

    public static readonly IReadOnlyList<Function> All = [ImageApi, ImageProcessor];
}
