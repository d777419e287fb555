namespace LocalAws.Rekognition.TfJs;

/// <summary>A weight as the graph uses it: floats, or integers (shapes, axes), never both.</summary>
internal sealed record Weight(IReadOnlyList<int> Shape, float[] Floats, int[] Ints);
