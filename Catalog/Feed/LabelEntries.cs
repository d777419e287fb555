using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>The index from labels to images: one item for each label of an image, under the label, sorted like the feed.</summary>
internal sealed class LabelEntries(CatalogTable table)
{
    /// <summary>May be repeated: the same entries come out.</summary>
    public Task PutAsync(Image image, IEnumerable<Label> labels, CancellationToken cancellationToken) =>
        table.PutAllAsync(Keys(image, labels).Select(static key => key.ToItem()), cancellationToken);

    /// <summary>May be repeated.</summary>
    public Task RemoveAsync(Image image, IEnumerable<Label> labels, CancellationToken cancellationToken) =>
        table.DeleteAllAsync(Keys(image, labels), cancellationToken);

    // A batch must not name an item twice.
    private static IEnumerable<Key> Keys(Image image, IEnumerable<Label> labels) =>
        labels.Select(label => Key.LabelEntry(label.Name, image)).Distinct();
}
