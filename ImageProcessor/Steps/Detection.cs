using Iris.Catalog;

namespace Iris.ImageProcessor.Steps;

/// <summary>The labels of a picture, and how long they took.</summary>
internal sealed record Detection(IReadOnlyList<Label> Labels, long ElapsedMs)
{
    public static Detection None { get; } = new([], 0);
}
