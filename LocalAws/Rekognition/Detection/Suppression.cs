namespace LocalAws.Rekognition.Detection;

/// <summary>Many anchors see the same object: of those that overlap, the surest stays.</summary>
internal static class Suppression
{
    private const float MaxOverlapWithinClass = 0.5f, MaxOverlapAcrossClasses = 0.7f;

    // What is compared grows with the square.
    private const int MaxCandidates = 300;

    /// <summary>
    /// The network looks at a dog and also thinks of a cat, in nearly the same box: across classes the surest wins too, but people may sit on
    /// horses.
    /// </summary>
    public static IReadOnlyList<DetectedObject> Suppress(IEnumerable<DetectedObject> candidates) =>
        Suppress(candidates, static (one, other) => one.Class == other.Class ? MaxOverlapWithinClass : MaxOverlapAcrossClasses);

    /// <summary>The same while another look may still decide between a dog and a cat.</summary>
    public static IReadOnlyList<DetectedObject> SuppressWithinClasses(IEnumerable<DetectedObject> candidates) =>
        Suppress(candidates, static (one, other) => one.Class == other.Class ? MaxOverlapWithinClass : 1);

    private static List<DetectedObject> Suppress(
        IEnumerable<DetectedObject> candidates, Func<DetectedObject, DetectedObject, float> maxOverlap)
    {
        var kept = new List<DetectedObject>();

        foreach (var candidate in candidates.OrderByDescending(candidate => candidate.Score).Take(MaxCandidates))
        {
            if (!kept.Exists(surer => surer.Box.Overlap(candidate.Box) > maxOverlap(surer, candidate)))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }
}
