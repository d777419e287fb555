namespace Iris.Catalog.Table;

/// <summary>Reads and conditional writes of the items of images.</summary>
internal sealed class ImageTable(CatalogTable table, TimeProvider clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(25);

    /// <summary>What not every announcement says.</summary>
    private static readonly string[] s_optional = [ImageItem.Owner, ImageItem.TraceParent, ImageItem.ExpiresAt];

    public DateTimeOffset Now => Timestamp.Now(clock);

    /// <summary>A pause before looking again whether somebody else has finished with an image; mostly they need 20 ms.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(s_pause, clock, cancellationToken);

    public async Task<StoredImage?> FindAsync(ImageId id, CancellationToken cancellationToken) =>
        await table.GetAsync(Key.Image(id), cancellationToken) is { } item ? ImageItem.Read(item) : null;

    public Task<bool> TryAddAsync(StoredImage image, CancellationToken cancellationToken) =>
        table.TryAddAsync(ImageItem.Write(image), cancellationToken);

    /// <summary>The image as the change left it; null when it is no longer as it was seen.</summary>
    public async Task<StoredImage?> TryChangeAsync(StoredImage seen, Action<Update> change, CancellationToken cancellationToken)
    {
        var key = Key.Image(seen.Image.Id);
        var write = Guid.NewGuid().ToString("N");
        var update = new Update(key).Set(ImageItem.LastWrite, Value.Text(write));
        Unchanged(update, seen);
        change(update);
        var item = await table.TryUpdateAsync(update, cancellationToken) ?? await FindWrittenAsync(key, write, cancellationToken);
        return item is null ? null : ImageItem.Read(item);
    }

    /// <summary>Makes of a pending image another announcement of it: all that the new one says, and nothing of the old one.</summary>
    public Task<StoredImage?> TryRenewAsync(StoredImage seen, StoredImage announced, CancellationToken cancellationToken)
    {
        var item = ImageItem.Write(announced);

        foreach (var fixture in (string[])[Key.PartitionAttribute, Key.SortAttribute, ImageItem.Status, ImageItem.Attempt])
        {
            item.Remove(fixture);
        }

        var unsaid = s_optional.Where(attribute => !item.ContainsKey(attribute));
        return TryChangeAsync(seen, update => update.Set(item).Remove([.. unsaid]), cancellationToken);
    }

    /// <summary>Removes an image that is marked as going away; any other stays.</summary>
    public Task RemoveAsync(ImageId id, CancellationToken cancellationToken) =>
        table.TryDeleteAsync(Key.Image(id), ImageItem.Deleting, cancellationToken);

    /// <summary>
    /// The SDK repeats a write whose answer was lost. The repetition is refused then, by the very change that was asked for.
    /// </summary>
    private async Task<Item?> FindWrittenAsync(Key key, string write, CancellationToken cancellationToken) =>
        await table.GetAsync(key, cancellationToken) is { } item && item.TextOrNull(ImageItem.LastWrite) == write ? item : null;

    /// <summary>Together these tell every step of an image's way apart, and an image from its reincarnation.</summary>
    private static void Unchanged(Update update, StoredImage seen)
    {
        update
            .When("#createdAt = :seenCreatedAt", ("seenCreatedAt", Value.Time(seen.Image.CreatedAt)))
            .When("#status = :seenStatus", ("seenStatus", Value.Name(seen.Image.Status)))
            .When("#attempt = :seenAttempt", ("seenAttempt", Value.Number(seen.Image.Attempt)))
            .When(seen.IsDeleting ? "attribute_exists(#deleting)" : "attribute_not_exists(#deleting)");

        if (seen.Owed is { } owed)
        {
            update.When("#owed = :seenOwed", ("seenOwed", Value.Text(owed.ToString())));
        }
        else
        {
            update.When("attribute_not_exists(#owed)");
        }

        if (seen.Lease is { } lease)
        {
            update.When(
                "#leaseOwner = :seenOwner AND #leaseUntil = :seenUntil",
                ("seenOwner", Value.Text(lease.Owner)),
                ("seenUntil", Value.Time(lease.Until)));
        }
        else
        {
            update.When("attribute_not_exists(#leaseOwner)");
        }
    }
}
