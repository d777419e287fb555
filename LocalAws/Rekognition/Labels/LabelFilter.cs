using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Labels;

/// <summary>
/// A label passes when it is included, by its name or its category, or nothing is included at all, and when it is not excluded.
/// </summary>
internal sealed class LabelFilter(GeneralLabelsSettings? settings)
{
    private readonly IReadOnlySet<string> _included = Names(settings?.LabelInclusionFilters), _excluded = Names(
        settings?.LabelExclusionFilters);

    private readonly IReadOnlySet<string> _includedCategories = Names(settings?.LabelCategoryInclusionFilters),
        _excludedCategories = Names(settings?.LabelCategoryExclusionFilters);

    private bool IncludesAll => _included.Count + _includedCategories.Count is 0;

    public bool Passes(Concept concept) =>
        (IncludesAll || _included.Contains(concept.Name) || _includedCategories.Contains(concept.Category))
        && !_excluded.Contains(concept.Name)
        && !_excludedCategories.Contains(concept.Category);

    private static HashSet<string> Names(IEnumerable<string>? names) => [.. names ?? []];
}
