using System.Collections.Immutable;

namespace LocalAws.S3.Protocol;

/// <summary>The headers that are stored with an object and come back with it.</summary>
internal static class ObjectHeaders
{
    private const string UserMetadata = "x-amz-meta-";
    private const int MaxUserMetadataBytes = 2048;

    private static readonly string[] s_system =
        ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires"];

    public static Outcome<ImmutableSortedDictionary<string, string>> Select(IEnumerable<KeyValuePair<string, string>> headers)
    {
        var kept = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        kept["content-type"] = "binary/octet-stream";
        var userMetadataBytes = 0;
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith(UserMetadata, StringComparison.Ordinal))
            {
                userMetadataBytes += name.Length - UserMetadata.Length + value.Length;
                kept[name] = value;
            }
            else if (s_system.Contains(name))
            {
                kept[name] = name == "content-encoding" ? WithoutAwsChunked(value) : value;
            }
        }

        if (kept.GetValueOrDefault("content-encoding") is "")
        {
            kept.Remove("content-encoding");
        }

        return userMetadataBytes > MaxUserMetadataBytes
            ? new S3Error(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
            : kept.ToImmutable();
    }

    // "aws-chunked" describes the transfer and ends with it; "aws-chunked,gzip" leaves "gzip".
    private static string WithoutAwsChunked(string contentEncoding) => string.Join(
        ',', contentEncoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(coding => coding != "aws-chunked"));
}
