using System.Diagnostics.CodeAnalysis;

namespace Iris.Catalog;

/// <summary>
/// The identity of an image: the first 26 characters (130 bits) of the lower-case Crockford base32 of the SHA-256 of its bytes.
/// The same bytes are the same image.
/// </summary>
public readonly record struct ImageId : IParsable<ImageId>
{
    /// <summary>Characters in an id.</summary>
    public const int Length = 26;

    /// <summary>What an id looks like, as a regular expression without anchors.</summary>
    public const string Pattern = "[0-9a-hjkmnp-tv-z]{26}";

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly string? _value;

    private ImageId(string value) => _value = value;

    /// <summary>The id of the bytes that have this SHA-256.</summary>
    /// <exception cref="ArgumentException">The hash is not 32 bytes long.</exception>
    public static ImageId FromSha256(ReadOnlySpan<byte> sha256)
    {
        if (sha256.Length != 32)
        {
            throw new ArgumentException("A SHA-256 has 32 bytes.", nameof(sha256));
        }

        Span<char> characters = stackalloc char[Length];

        for (var i = 0; i < Length; i++)
        {
            // Five bits from bit 5i on; they lie within two neighbouring bytes.
            var (first, shift) = Math.DivRem(i * 5, 8);
            var pair = (sha256[first] << 8) | sha256[first + 1];
            characters[i] = Alphabet[(pair >> (11 - shift)) & 31];
        }

        return new ImageId(new string(characters));
    }

    /// <inheritdoc cref="IParsable{TSelf}.TryParse(string?, IFormatProvider?, out TSelf)" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImageId result)
    {
        var valid = s is { Length: Length } && !s.AsSpan().ContainsAnyExcept(Alphabet);
        result = valid ? new ImageId(s!) : default;
        return valid;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out ImageId)" />
    public static bool TryParse([NotNullWhen(true)] string? s, out ImageId result) => TryParse(s, null, out result);

    /// <exception cref="FormatException">The text is not an image id.</exception>
    /// <inheritdoc cref="IParsable{TSelf}.Parse(string, IFormatProvider?)" />
    public static ImageId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not an image id.");

    /// <summary>The 26 characters.</summary>
    public override string ToString() => _value ?? throw new InvalidOperationException("default(ImageId) is no id.");
}
