namespace LocalAws.Rekognition.Detection;

/// <summary>Many anchors see the same object: of those that overlap, the surest stays.</summary>
internal static class Suppression
{
    // The network looks at a dog and also thinks of a cat, in nearly the same box: across classes the surest wins too, but people may sit
    // on horses.
    private const float MaxOverlapWithinClass = 0.5f, MaxOverlapAcrossClasses = 0.7f;

    // What is compared grows with the square: a caller who asks for confidence 0 gets the surest.
    private const int MaxCandidates = 300;

    public static IReadOnlyList<DetectedObject> Suppress(IEnumerable<DetectedObject> candidates)
    {
        var kept = new List<DetectedObject>();

        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score).Take(MaxCandidates))
        {
            if (!kept.Exists(surer => surer.Box.Overlap(candidate.Box) > MaxOverlap(surer, candidate)))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    private static float MaxOverlap(DetectedObject one, DetectedObject other) =>
        one.Class == other.Class ? MaxOverlapWithinClass : MaxOverlapAcrossClasses;
}
