using Iris.Catalog.Table;

namespace Iris.Catalog.Statistics;

/// <summary>
/// A change of state that the counters have not been told yet. It is written in the row together with the state, and removed once
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
