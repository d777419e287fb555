using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>What one item of counters has to take when an image enters or leaves a final state.</summary>
/// <param name="Key">The item.</param>
/// <param name="Amounts">By attribute, what to add.</param>
/// <param name="Name">The label as it is written, for the count of a label.</param>
internal sealed record CounterChange(Key Key, IReadOnlyDictionary<string, long> Amounts, string? Name = null)
{
    public const string Bytes = "bytes";
    public const string Count = "count";
    public const string NameAttribute = "name";

    /// <summary>Everything follows from the image, so that leaving a state undoes exactly what entering it did.</summary>
    public static IEnumerable<CounterChange> Of(Image image, Owed owed)
    {
        yield return new CounterChange(Key.Day(DateOnly.FromDateTime(image.CreatedAt.UtcDateTime)), DayAmounts(image, owed));

        if (owed.Status != ImageStatus.Ready)
        {
            yield break;
        }

        foreach (var label in image.Findings!.Labels.DistinctBy(static label => Key.Fold(label.Name)))
        {
            yield return new CounterChange(Key.LabelCount(label.Name), new Dictionary<string, long> { [Count] = owed.Sign }, label.Name);
        }
    }

    public static string Reason(RejectionCode code) => $"reason{code}";

    private static Dictionary<string, long> DayAmounts(Image image, Owed owed) => owed.Status switch
    {
        ImageStatus.Ready => new()
        {
            [WireName<ImageStatus>.Of(owed.Status)] = owed.Sign,
            [Bytes] = owed.Sign * image.Size,
            [LatencyHistogram.Attribute(image.Findings!.Timings.ProcessingMs)] = owed.Sign,
        },
        ImageStatus.Rejected => new()
        {
            [WireName<ImageStatus>.Of(owed.Status)] = owed.Sign,
            [Reason(image.Reason!.Code)] = owed.Sign,
        },
        _ => new()
        {
            [WireName<ImageStatus>.Of(owed.Status)] = owed.Sign,
            [Reason(RejectionCode.ProcessingFailed)] = owed.Sign,
        },
    };
}
