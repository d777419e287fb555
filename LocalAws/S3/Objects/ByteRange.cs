using System.Globalization;

namespace LocalAws.S3.Objects;

/// <summary>The stretch of an object that a GET asks for.</summary>
internal readonly record struct ByteRange(long Start, long Length)
{
    public bool IsSatisfiable => Length > 0;

    /// <summary>
    /// Reads <c>bytes=0-99</c>, <c>bytes=100-</c> or <c>bytes=-50</c>. What is none of these, several ranges at once among
    /// them, is no range, and gets the whole object.
    /// </summary>
    public static ByteRange? TryRead(string? header, long size)
    {
        const string Unit = "bytes=";
        if (header is null
            || !header.StartsWith(Unit, StringComparison.Ordinal)
            || header[Unit.Length..].Split('-') is not [var first, var last])
        {
            return null;
        }

        return (TryReadNumber(first), TryReadNumber(last)) switch
        {
            (null, { } suffix) when first == "" => new ByteRange(Math.Max(0, size - suffix), Math.Min(suffix, size)),
            ({ } start, null) when last == "" => new ByteRange(start, size - start),
            ({ } start, { } end) when end >= start => new ByteRange(start, Math.Min(end, size - 1) - start + 1),
            _ => null,
        };
    }

    private static long? TryReadNumber(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
