using Iris.Catalog;

namespace Iris.ImageApi.Images;

/// <summary>Something that an image shows, and where.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">How sure, in percent.</param>
/// <param name="Parents">Broader labels.</param>
/// <param name="Categories">Themes.</param>
/// <param name="Instances">Where in the image; empty for labels of the whole scene.</param>
internal sealed record LabelDetail(
    string Name, double Confidence, IReadOnlyList<string> Parents, IReadOnlyList<string> Categories, IReadOnlyList<Instance> Instances)
{
    public static LabelDetail From(Label label) =>
        new(label.Name, label.Confidence, label.Parents, label.Categories, [.. label.Instances.Select(Instance.From)]);
}
