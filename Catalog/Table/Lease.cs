namespace Iris.Catalog.Table;

/// <summary>Who may change an image for the time being. The retry of an invocation bears its id, so it is the same owner.</summary>
internal readonly record struct Lease(string Owner, DateTimeOffset Until)
{
    public bool Admits(string owner, DateTimeOffset now) => Owner == owner || Until <= now;
}
