namespace LocalAws.Rekognition.Detection;

/// <summary>
/// Brings the network's scores to the scale of Rekognition, where 55, asked for unless told, is right nine times of ten, and 70 nineteen of
/// twenty. The two scores that were so often right were found on 129 photographs; the mean of more looks is lower, and truer.
/// </summary>
internal static class Confidence
{
    private const float Highest = 0.999f;

    /// <param name="score">The network's, 0 to 1.</param>
    /// <param name="looks">Of how many looks it is the mean.</param>
    /// <returns>Rekognition's, 0 to 1.</returns>
    public static float Of(float score, int looks)
    {
        var (nineOfTen, nineteenOfTwenty) = looks switch { 1 => (0.58f, 0.83f), 2 => (0.44f, 0.73f), _ => (0.43f, 0.60f) };
        ReadOnlySpan<(float Score, float Confidence)> knots = [(0, 0), (nineOfTen, 0.55f), (nineteenOfTwenty, 0.70f), (0.90f, 0.95f), (1.20f, 1)];
        var above = 1;

        while (above < knots.Length - 1 && score > knots[above].Score)
        {
            above++;
        }

        var (from, to) = (knots[above - 1], knots[above]);
        var confidence = float.Lerp(from.Confidence, to.Confidence, (score - from.Score) / (to.Score - from.Score));
        return Math.Min(confidence, Highest);
    }
}
