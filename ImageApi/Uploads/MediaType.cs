namespace Iris.ImageApi.Uploads;

/// <summary>The media types of what is accepted. It is the bytes that count in the end; the type is what S3 serves and what is shown.</summary>
internal static class MediaType
{
    public static readonly IReadOnlyList<string> Accepted = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

    // Never registered, and written by many programs.
    private const string Jpg = "image/jpg";

    /// <summary>The accepted type that is meant, whatever its case and parameters are (RFC 9110, section 8.3.1).</summary>
    /// <returns><see langword="null"/> for any other.</returns>
    public static string? Find(string? declared)
    {
        var essence = declared.AsSpan();
        essence = (essence.IndexOf(';') is >= 0 and var parameters ? essence[..parameters] : essence).Trim(" \t");

        if (essence.Equals(Jpg, StringComparison.OrdinalIgnoreCase))
        {
            return Accepted[0];
        }

        foreach (var type in Accepted)
        {
            if (essence.Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return null;
    }
}
