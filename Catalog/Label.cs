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
