using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Iris.Catalog.Table;

namespace Iris.Catalog.Feed;

/// <summary>
/// A position in the gallery: everything older comes next. As text it is opaque, carries a checksum over position and filter, and is
/// refused when it was changed or belongs to another filter, such as another owner's. It grants nothing, so the checksum needs no secret.
/// </summary>
internal readonly record struct FeedCursor
{
    // Sorts after every character of an id, so that a position which ends in it lies just above the image that it names.
    private const char JustAbove = '~';

    private const int ChecksumLength = 6;

    private FeedCursor(string position) => Position = position;

    public string Position { get; }

    /// <summary>The position behind the image with this feed key.</summary>
    public static FeedCursor Below(string feedKey) => new(feedKey);

    /// <summary>The position from which the image with this feed key comes next.</summary>
    public static FeedCursor Above(string feedKey) => new(feedKey + JustAbove);

    /// <summary>Reads what <see cref="ToString(FeedFilter)"/> wrote for the same filter.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, FeedFilter filter, out FeedCursor cursor)
    {
        cursor = default;

        // Longer than any cursor: not worth decoding.
        if (text is not { Length: > 0 and < 128 } || !Base64Url.IsValid(text))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var position = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(ChecksumLength, bytes.Length)));

        if (!IsPosition(position) || !bytes.AsSpan(0, ChecksumLength).SequenceEqual(Checksum(position, filter)))
        {
            return false;
        }

        cursor = new FeedCursor(position);

        // Base64 has spare bits at its end, which decode to nothing: insist on the one text that was given out.
        return cursor.ToString(filter) == text;
    }

    /// <summary>The position as text, for the given filter only.</summary>
    public string ToString(FeedFilter filter) =>
        Base64Url.EncodeToString([.. Checksum(Position, filter), .. Encoding.UTF8.GetBytes(Position)]);

    private static bool IsPosition(string text) => FeedKey.TryReadId(text.EndsWith(JustAbove) ? text[..^1] : text, out _);

    private static ReadOnlySpan<byte> Checksum(string position, FeedFilter filter) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{position}\n{filter}")).AsSpan(0, ChecksumLength);
}
