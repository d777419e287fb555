namespace LocalAws.S3.Storage;

/// <summary>
/// The order of S3's listings: that of the keys' UTF-8 bytes. UTF-16 code units give the same order but for surrogates, which
/// stand for what lies above U+FFFF and yet compare below U+E000.
/// </summary>
internal sealed class Utf8KeyComparer : IComparer<string>
{
    /// <summary>
    /// Comes after every key that a prefix can begin: no well-formed text goes on with a low surrogate, and none sorts above it.
    /// </summary>
    public const string AfterEverything = "\uDFFF";

    public static Utf8KeyComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[same]).CompareTo(Rank(right[same]));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
