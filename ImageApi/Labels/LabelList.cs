namespace Iris.ImageApi.Labels;

/// <summary>Labels, most frequent first.</summary>
internal sealed record LabelList(IReadOnlyList<LabelFrequency> Items);
