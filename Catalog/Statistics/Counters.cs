using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>Counts changes of state exactly once without a transaction, also when the process ends at any point in between.</summary>
/// <remarks>
/// <para>
/// The state is written with what it owes. Each counter takes the amount and the token in one write, on condition that it does not
/// hold the token yet; then the row is cleared; then the tokens are taken back out. Whoever finds a row that still owes begins again,
/// and counters that have taken it refuse. Only the holder of the row's lease settles, so that no slow twin can come along after the
/// tokens are gone.
/// </para>
/// <para>DynamoDB's transactions would do as well, but hot labels would make them collide.</para>
/// </remarks>
internal sealed class Counters(CatalogTable table, ImageRows rows)
{
    private const string Seen = "seen";

    /// <summary>For changes that the API makes: they take well below a second.</summary>
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(10);

    /// <summary>Tells the counters what the row owes, and clears the row. The caller must hold the lease.</summary>
    /// <returns>The row as it is then, or null when somebody else has changed it.</returns>
    public async Task<ImageRow?> SettleAsync(ImageRow row, CancellationToken cancellationToken)
    {
        if (row.Owed is not { } owed)
        {
            return row;
        }

        CounterChange[] changes = [.. CounterChange.Of(row.Image, owed)];
        await Task.WhenAll(changes.Select(change => table.TryUpdateAsync(Take(change, owed.Token), cancellationToken)));
        var settled = await rows.TryChangeAsync(row, static update => update.Remove(ImageItem.Owed), cancellationToken);

        if (settled is not null)
        {
            await Task.WhenAll(changes.Select(change => table.TryUpdateAsync(Forget(change, owed.Token), cancellationToken)));
        }

        return settled;
    }

    /// <summary>Settles for somebody who did not come to it.</summary>
    public async Task<ImageRow?> TakeOverAsync(ImageRow row, Lease lease, CancellationToken cancellationToken) =>
        await rows.TryChangeAsync(row, update => update.Set(lease), cancellationToken) is { } leased ? await SettleAsync(leased, cancellationToken) : null;

    /// <summary>
    /// The row once it owes nothing: waits for the holder of the lease to settle, or does so when the lease has run out. Null when the
    /// row is gone.
    /// </summary>
    public async Task<ImageRow?> FindSettledAsync(ImageId id, string owner, CancellationToken cancellationToken)
    {
        while (await rows.FindAsync(id, cancellationToken) is { } row)
        {
            if (row.Owed is null || row.IsDeleting)
            {
                return row;
            }

            if (row.IsLeasedTo(owner, rows.Now))
            {
                _ = await TakeOverAsync(row, new Lease(owner, rows.Now + LeaseDuration), cancellationToken);
            }
            else
            {
                await rows.PauseAsync(cancellationToken);
            }
        }

        return null;
    }

    private static Update Take(CounterChange change, string token)
    {
        var update = new Update(change.Key).Add(Seen, Value.Set(token)).When($"NOT contains(#{Seen}, :token)", ("token", Value.Text(token)));

        foreach (var (attribute, amount) in change.Amounts)
        {
            _ = update.Add(attribute, Value.Number(amount));
        }

        return change.Name is { } name ? update.Set(CounterChange.NameAttribute, Value.Text(name)) : update;
    }

    private static Update Forget(CounterChange change, string token) => new Update(change.Key).Delete(Seen, Value.Set(token));
}
