using System.Buffers.Text;
using System.Security.Cryptography;

namespace Iris.ImageApi.Callers;

/// <summary>
/// The random key by which a browser is known again. Scripts cannot read its cookie, other sites cannot have it sent, and over HTTPS its
/// name binds it to this host alone (RFC 6265bis, 4.1.3.2).
/// </summary>
internal static class BrowserKey
{
    public const string Cookie = "iris-key";

    public const string SecureCookie = $"__Host-{Cookie}";

    /// <summary>256 bits: nobody guesses one.</summary>
    private const int Length = 32;

    private static readonly int s_characters = Base64Url.GetEncodedLength(Length);

    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    /// <summary>The key that the browser sent; null when that is none that was ever given.</summary>
    public static byte[]? Of(HttpContext http) =>
        http.Request.Cookies[IsSecure(http) ? SecureCookie : Cookie] is { } text
        && text.Length == s_characters
        && Base64Url.IsValid(text)
            ? Base64Url.DecodeFromChars(text)
            : null;

    /// <summary>The browser's key, or a new one, for a year from now on.</summary>
    public static byte[] Give(HttpContext http)
    {
        var key = Of(http) ?? RandomNumberGenerator.GetBytes(Length);
        var isSecure = IsSecure(http);
        http.Response.Cookies.Append(isSecure ? SecureCookie : Cookie, Base64Url.EncodeToString(key), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = isSecure,
            Path = "/",
            MaxAge = s_lifetime,
            IsEssential = true,
        });
        return key;
    }

    // The API itself is behind whoever speaks TLS, and is told by them how the browser came.
    private static bool IsSecure(HttpContext http) =>
        (http.Request.Headers["X-Forwarded-Proto"] is [{ Length: > 0 } scheme, ..] ? scheme : http.Request.Scheme)
            .Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
}
