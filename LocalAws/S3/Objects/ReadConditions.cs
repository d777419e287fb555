using System.Globalization;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Objects;

/// <summary>The conditional headers of GET and HEAD (RFC 9110, section 13.2.2), and those of a copy's source.</summary>
internal static class ReadConditions
{
    /// <summary>Answers 412 or 304 when the object is not to be sent.</summary>
    public static S3Error? Check(S3Request request, StoredObject stored)
    {
        if (Violated(request, stored, "") is not { } condition)
        {
            return null;
        }

        return condition is "if-none-match" or "if-modified-since" ? S3Error.NotModified() : S3Error.PreconditionFailed(condition);
    }

    /// <summary>The same conditions on the source of a copy always answer 412.</summary>
    public static S3Error? CheckCopySource(S3Request request, StoredObject source) =>
        Violated(request, source, "x-amz-copy-source-") is { } condition
            ? S3Error.PreconditionFailed("x-amz-copy-source-" + condition)
            : null;

    // An entity tag, when given, decides in the place of the date.
    private static string? Violated(S3Request request, StoredObject stored, string prefix)
    {
        if (request.Header(prefix + "if-match") is { } match)
        {
            if (!Names(match, stored))
            {
                return "if-match";
            }
        }
        else if (Date(request, prefix + "if-unmodified-since") is { } unmodifiedSince && ToSeconds(stored.LastModified) > unmodifiedSince)
        {
            return "if-unmodified-since";
        }

        if (request.Header(prefix + "if-none-match") is { } noneMatch)
        {
            return Names(noneMatch, stored) ? "if-none-match" : null;
        }

        return Date(request, prefix + "if-modified-since") is { } modifiedSince && ToSeconds(stored.LastModified) <= modifiedSince
            ? "if-modified-since"
            : null;
    }

    private static bool Names(string etags, StoredObject stored) => etags
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(etag => etag == "*" || (etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..] : etag).Trim('"') == stored.ETag);

    private static DateTimeOffset? Date(S3Request request, string header) => DateTimeOffset.TryParse(
        request.Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static DateTimeOffset ToSeconds(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
