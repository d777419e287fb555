using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>Counts changes of state exactly once without a transaction, also when the process ends at any point in between.</summary>
/// <remarks>
/// <para>
/// The state is written with what it owes. Each counter takes the amount and the token in one write, on condition that it does not
/// hold the token yet; then the image is cleared; then the tokens are taken back out. Whoever finds an image that still owes begins again,
/// and counters that have taken it refuse. Only the holder of the image's lease settles, so that no slow twin can come along after the
/// tokens are gone.
/// </para>
/// <para>DynamoDB's transactions would do as well, but hot labels would make them collide.</para>
/// </remarks>
internal sealed class Counters(CatalogTable table, ImageTable images)
{
    private const string Seen = "seen";

    /// <summary>For changes that the API makes: they take well below a second.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(10);

    /// <summary>Tells the counters what the image owes, and clears that. The caller must hold the lease.</summary>
    /// <returns>The image as it is then, or null when somebody else has changed it.</returns>
    public async Task<StoredImage?> SettleAsync(StoredImage stored, CancellationToken cancellationToken)
    {
        if (stored.Owed is not { } owed)
        {
            return stored;
        }

        CounterChange[] changes = [.. CounterChange.Of(stored.Image, owed)];
        await Task.WhenAll(changes.Select(change => table.TryUpdateAsync(Take(change, owed.Token), cancellationToken)));
        var settled = await images.TryChangeAsync(stored, static update => update.Remove(ImageItem.Owed), cancellationToken);

        if (settled is not null)
        {
            await Task.WhenAll(changes.Select(change => table.TryUpdateAsync(Forget(change, owed.Token), cancellationToken)));
        }

        return settled;
    }

    /// <summary>Settles for somebody who did not come to it.</summary>
    public async Task<StoredImage?> TakeOverAsync(StoredImage stored, Lease lease, CancellationToken cancellationToken) =>
        await images.TryChangeAsync(stored, update => update.Set(lease), cancellationToken) is { } leased
            ? await SettleAsync(leased, cancellationToken)
            : null;

    /// <summary>
    /// The image once it owes nothing: waits for the holder of the lease to settle, or does so when the lease has run out. Null when it
    /// is gone.
    /// </summary>
    public async Task<StoredImage?> FindSettledAsync(ImageId id, string owner, CancellationToken cancellationToken)
    {
        while (await images.FindAsync(id, cancellationToken) is { } stored)
        {
            if (stored.Owed is null || stored.IsDeleting)
            {
                return stored;
            }

            if (stored.CanBeLeasedTo(owner, images.Now))
            {
                await TakeOverAsync(stored, new Lease(owner, images.Now + LeaseDuration), cancellationToken);
            }
            else
            {
                await images.PauseAsync(cancellationToken);
            }
        }

        return null;
    }

    private static Update Take(CounterChange change, string token)
    {
        var update = new Update(change.Key).Add(Seen, Value.Set(token))
            .When($"NOT contains(#{Seen}, :token)", ("token", Value.Text(token)));

        foreach (var (attribute, amount) in change.Amounts)
        {
            update.Add(attribute, Value.Number(amount));
        }

        return change.Name is { } name ? update.Set(CounterChange.NameAttribute, Value.Text(name)) : update;
    }

    private static Update Forget(CounterChange change, string token) => new Update(change.Key).Delete(Seen, Value.Set(token));
}
