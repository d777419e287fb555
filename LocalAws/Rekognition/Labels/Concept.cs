namespace LocalAws.Rekognition.Labels;

/// <summary>Something that Rekognition has a label for.</summary>
/// <param name="Name">The label.</param>
/// <param name="Parents">All ancestors in alphabetical order, as Rekognition gives them.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Category">Its category.</param>
internal sealed record Concept(string Name, IReadOnlyList<string> Parents, IReadOnlyList<string> Aliases, string Category);
