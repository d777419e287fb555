namespace LocalAws.Rekognition.Detection;

/// <summary>
/// Weighted boxes fusion (<see href="https://arxiv.org/abs/1910.13302"/>): what several looks at a picture see in one place is one object, in
/// the mean of the boxes. Its score is the mean over all looks: one that saw nothing there counts against it.
/// </summary>
internal static class Fusion
{
    private const float MinOverlap = 0.5f;

    /// <param name="looks">What each look has found, in the picture's own ratios.</param>
    public static IEnumerable<DetectedObject> Fuse(IReadOnlyCollection<IEnumerable<DetectedObject>> looks)
    {
        var clusters = new List<Cluster>();
        var surestFirst = looks
            .SelectMany(static (found, look) => found.Select(sight => (Look: look, Sight: sight)))
            .OrderByDescending(static seen => seen.Sight.Score);

        foreach (var (look, sight) in surestFirst)
        {
            var cluster = clusters
                .Where(cluster => cluster.Class == sight.Class && !cluster.Looks.Contains(look) && cluster.Box.Overlap(sight.Box) > MinOverlap)
                .MaxBy(cluster => cluster.Box.Overlap(sight.Box));

            if (cluster is null)
            {
                clusters.Add(cluster = new Cluster(sight.Class));
            }

            cluster.Add(look, sight);
        }

        return clusters.Select(cluster => new DetectedObject(cluster.Class, cluster.Score / looks.Count, cluster.Box));
    }

    private sealed class Cluster(int @class)
    {
        public int Class => @class;

        public HashSet<int> Looks { get; } = [];

        public float Score { get; private set; }

        public Box Box { get; private set; }

        public void Add(int look, DetectedObject sight)
        {
            var share = sight.Score / (Score + sight.Score);
            Box = new(
                float.Lerp(Box.Left, sight.Box.Left, share),
                float.Lerp(Box.Top, sight.Box.Top, share),
                float.Lerp(Box.Right, sight.Box.Right, share),
                float.Lerp(Box.Bottom, sight.Box.Bottom, share));
            Score += sight.Score;
            Looks.Add(look);
        }
    }
}
