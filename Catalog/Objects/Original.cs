namespace Iris.Catalog.Objects;

/// <summary>The bytes of an original, to be read once and disposed.</summary>
/// <param name="Content">The bytes, straight from the connection.</param>
/// <param name="Size">How many there are.</param>
public sealed record Original(Stream Content, long Size) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
