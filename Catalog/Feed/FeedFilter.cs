using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>Which images a list shows.</summary>
internal sealed record FeedFilter
{
    /// <summary>Those that show all of these.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Those that are theirs; null: anybody's.</summary>
    public Owner? Owner { get; init; }

    public bool Admits(Image image) => Labels.All(label => Shows(image, label)) && (Owner is null || image.IsOf(Owner));

    /// <summary>What is the same for the same list, in whatever order and case the labels are.</summary>
    public override string ToString() =>
        string.Join('\n', Labels.Select(Key.Fold).Order(StringComparer.Ordinal).Prepend($"{Owner}"));

    private static bool Shows(Image image, string label) =>
        image.Findings is { } findings && findings.Labels.Any(shown => Key.Fold(shown.Name) == Key.Fold(label));
}
