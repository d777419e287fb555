using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Labels;

/// <summary>
/// Makes labels of objects, as Rekognition does: every ancestor is a label too, without boxes and as sure as its surest descendant.
/// </summary>
internal static class LabelComposer
{
    /// <param name="objects">What the network found, the surest first.</param>
    /// <param name="taxonomy">What it is called.</param>
    /// <param name="colors">The colours within a box, or null where they were not asked for.</param>
    /// <returns>The surest first, and then in alphabetical order.</returns>
    public static IEnumerable<(Concept Concept, Label Label)> Compose(
        IEnumerable<DetectedObject> objects, Taxonomy taxonomy, Func<Box, IReadOnlyList<DominantColor>?> colors)
    {
        var byConcept = objects
            .Where(found => taxonomy.Knows(found.Class))
            .ToLookup(found => taxonomy[found.Class]);
        var confidence = new Dictionary<Concept, float>();

        foreach (var objectsOfConcept in byConcept)
        {
            foreach (var concept in objectsOfConcept.Key.Parents.Select(parent => taxonomy[parent]).Prepend(objectsOfConcept.Key))
            {
                confidence[concept] = MathF.Max(confidence.GetValueOrDefault(concept), objectsOfConcept.Max(found => Percent(found.Score)));
            }
        }

        return confidence
            .OrderByDescending(label => label.Value)
            .ThenBy(label => label.Key.Name, StringComparer.Ordinal)
            .Select(label => (label.Key, ToLabel(label.Key, label.Value, byConcept[label.Key].Select(found => ToInstance(found, colors)))));
    }

    private static Label ToLabel(Concept concept, float confidence, IEnumerable<Instance> instances) => new(
        concept.Name,
        confidence,
        [.. instances],
        [.. concept.Parents.Select(parent => new Named(parent))],
        [.. concept.Aliases.Select(alias => new Named(alias))],
        [new Named(concept.Category)]);

    private static Instance ToInstance(DetectedObject found, Func<Box, IReadOnlyList<DominantColor>?> colors) => new(
        new(found.Box.Width, found.Box.Height, found.Box.Left, found.Box.Top), Percent(found.Score), colors(found.Box));

    private static float Percent(float score) => score * 100;
}
