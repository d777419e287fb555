using System.Buffers.Text;
using System.Text;

namespace LocalAws.S3.Listing;

/// <summary>The entry to go on after, opaque to clients.</summary>
internal static class ContinuationToken
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string For(string entry) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(entry));

    public static string? TryRead(string token)
    {
        try
        {
            return s_strictUtf8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
