using Iris.Catalog;

namespace Iris.ImageApi.Images;

/// <summary>Something that an image shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Confidence">How sure, in percent.</param>
internal sealed record LabelSummary(string Name, double Confidence)
{
    public static LabelSummary From(Label label) => new(label.Name, label.Confidence);
}
