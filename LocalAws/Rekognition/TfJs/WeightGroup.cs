namespace LocalAws.Rekognition.TfJs;

/// <summary>Weights that lie one after the other in the concatenation of some files.</summary>
internal sealed record WeightGroup(IReadOnlyList<string> Paths, IReadOnlyList<WeightSpec> Weights);
