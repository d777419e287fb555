using System.Security.Cryptography;
using System.Text;

namespace Iris.Catalog;

/// <summary>
/// Whose an image is: whoever holds a key in a browser, or the subject of a token. The catalog keeps a digest, which tells nobody who that
/// is and opens nothing; its kind stands before it, so that no key is ever some subject's.
/// </summary>
public sealed record Owner
{
    private readonly string _value;

    private Owner(string value) => _value = value;

    /// <summary>Whom no image belongs to: somebody who has never uploaded any.</summary>
    public static Owner Nobody { get; } = new("nobody");

    /// <summary>The browser that holds this key.</summary>
    public static Owner OfBrowser(ReadOnlySpan<byte> key) => new($"browser#{Convert.ToHexStringLower(SHA256.HashData(key))}");

    /// <summary>Whoever signs in as this subject there: another issuer's subject of that name is somebody else.</summary>
    /// <param name="issuer">A URL, so that nothing of it is taken for the subject's.</param>
    /// <param name="subject">Whom the issuer names so and nobody else.</param>
    public static Owner OfSubject(string issuer, string subject) =>
        new($"subject#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))}");

    /// <summary>As the table has it.</summary>
    public override string ToString() => _value;

    /// <summary>Reads what the table has.</summary>
    internal static Owner Read(string value) => new(value);
}
