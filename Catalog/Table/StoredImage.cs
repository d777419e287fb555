namespace Iris.Catalog.Table;

/// <summary>An image together with what only the catalog needs to know about it.</summary>
internal sealed record StoredImage(Image Image)
{
    /// <summary>
    /// Lambda gives an event up within five minutes of its first attempt (waits of 1 and 2 minutes). An image whose lease ran out
    /// longer ago than this has nobody working on it.
    /// </summary>
    public static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    private static readonly Rejection s_abandoned = new(
        RejectionCode.ProcessingFailed, "Processing stopped without an answer. It can be retried.");

    public Lease? Lease { get; init; }

    /// <summary>When a pending image that nobody uploaded goes away.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the counters still have to be told.</summary>
    public Owed? Owed { get; init; }

    /// <summary>Whether it is going away; for everybody outside it is gone.</summary>
    public bool IsDeleting { get; init; }

    /// <summary>Whether no other owner's lease still runs.</summary>
    public bool CanBeLeasedTo(string owner, DateTimeOffset now) => Lease is not { } lease || lease.Admits(owner, now);

    public bool IsAbandoned(DateTimeOffset now) =>
        Image.Status == ImageStatus.Processing && (Lease is not { } lease || lease.Until + AbandonedAfter < now);

    public bool IsRetryable(DateTimeOffset now) => Image.Status == ImageStatus.Failed || IsAbandoned(now);

    /// <summary>DynamoDB removes expired items within days, not at once.</summary>
    public bool IsGone(DateTimeOffset now) => IsDeleting || (Image.Status == ImageStatus.Pending && ExpiresAt <= now);

    /// <summary>What the outside sees, or null.</summary>
    public Image? AsSeen(DateTimeOffset now) => this switch
    {
        _ when IsGone(now) => null,
        _ when IsAbandoned(now) => Image with { Status = ImageStatus.Failed, Reason = s_abandoned, ProcessedAt = Lease?.Until },
        _ => Image,
    };
}

/// <summary>Who may change an image for the time being. The retry of an invocation bears its id, so it is the same owner.</summary>
internal readonly record struct Lease(string Owner, DateTimeOffset Until)
{
    public bool Admits(string owner, DateTimeOffset now) => Owner == owner || Until <= now;
}

/// <summary>
/// A change of state that the counters have not been told yet. It is written in the item together with the state, and removed once
/// every counter has taken it; the token keeps a counter from taking it twice.
/// </summary>
/// <param name="Sign">+1: the image enters the state; -1: it leaves it.</param>
/// <param name="Status">Ready, rejected or failed: only final states are counted.</param>
/// <param name="Token">Unique to this change.</param>
internal readonly record struct Owed(int Sign, ImageStatus Status, string Token)
{
    public static Owed Enter(ImageStatus status) => new(1, status, Guid.NewGuid().ToString("N"));

    public static Owed Leave(ImageStatus status) => new(-1, status, Guid.NewGuid().ToString("N"));

    /// <summary>Reads what <see cref="ToString"/> writes, such as <c>+ready:0f8fad5bd9cb469fa16570867728950e</c>.</summary>
    public static Owed Parse(string text)
    {
        var colon = text.IndexOf(':');
        return new Owed(text[0] == '+' ? 1 : -1, WireName<ImageStatus>.Parse(text[1..colon]), text[(colon + 1)..]);
    }

    public override string ToString() => $"{(Sign > 0 ? '+' : '-')}{WireName<ImageStatus>.Of(Status)}:{Token}";
}
