using Iris.Catalog.Statistics;

namespace Iris.ImageApi.Labels;

/// <summary>A label and in how many images it is seen.</summary>
internal sealed record LabelFrequency(string Name, long Count)
{
    public static LabelFrequency From(LabelCount label) => new(label.Name, label.Count);
}
