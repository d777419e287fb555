namespace Iris.Catalog;

/// <summary>Something that the image shows.</summary>
/// <param name="Name">Its name, such as <c>Dog</c>. Names that differ only in case are one label.</param>
/// <param name="Confidence">How sure, in percent (0 to 100).</param>
/// <param name="Parents">Broader labels, such as <c>Pet</c>, <c>Animal</c>.</param>
/// <param name="Categories">Themes, such as <c>Animals and Pets</c>.</param>
/// <param name="Instances">Where in the image; empty for labels of the whole scene.</param>
public sealed record Label(
    string Name,
    double Confidence,
    IReadOnlyList<string> Parents,
    IReadOnlyList<string> Categories,
    IReadOnlyList<LabelInstance> Instances);

/// <summary>One place in the image where a label was seen.</summary>
/// <param name="Box">Where.</param>
/// <param name="Confidence">How sure, in percent (0 to 100).</param>
public sealed record LabelInstance(BoundingBox Box, double Confidence);

/// <summary>A rectangle as fractions (0 to 1) of the width and height of the upright image.</summary>
public readonly record struct BoundingBox(double Left, double Top, double Width, double Height);
