namespace Iris.Catalog.Maintenance;

/// <summary>How much there is.</summary>
/// <param name="Images">Rows of images, in whatever state.</param>
/// <param name="Items">Items of the table, images among them.</param>
/// <param name="Objects">Originals and derivatives.</param>
/// <param name="Bytes">What the objects weigh.</param>
public sealed record CatalogContents(long Images, long Items, long Objects, long Bytes)
{
    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Items == 0 && Objects == 0;
}
