using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Objects;

/// <summary>What GET and HEAD say alike: status and headers of an object, or of the range of it.</summary>
internal static class ObjectReply
{
    private const string Override = "response-";

    private static readonly string[] s_overridable =
        ["content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding"];

    /// <summary>Writes the headers; returns the range to send.</summary>
    public static ByteRange WriteHead(S3Request request, StoredObject stored)
    {
        var response = request.Http.Response;
        var range = RequestedRange(request, stored);
        response.StatusCode = range is null ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
        WriteValidators(response.Headers, stored);
        foreach (var (name, value) in stored.Headers)
        {
            response.Headers[name] = value;
        }

        foreach (var name in s_overridable)
        {
            if (request.Query(Override + name) is { } value)
            {
                response.Headers[name] = value;
            }
        }

        if (range is null && "ENABLED".Equals(request.Header("x-amz-checksum-mode"), StringComparison.OrdinalIgnoreCase))
        {
            stored.Checksums.WriteTo(response.Headers);
        }

        if (range is { } part)
        {
            response.Headers.ContentRange = $"bytes {part.Start}-{part.Start + part.Length - 1}/{stored.Size}";
        }

        var sent = range ?? new ByteRange(0, stored.Size);
        response.ContentLength = sent.Length;
        return sent;
    }

    /// <summary>The conditions and the range of a request, or the error that they make.</summary>
    public static S3Error? Check(S3Request request, StoredObject stored)
    {
        if (ReadConditions.Check(request, stored) is { } refusal)
        {
            WriteValidators(request.Http.Response.Headers, stored);
            return refusal;
        }

        return RequestedRange(request, stored) is { IsSatisfiable: false }
            ? S3Error.InvalidRange().With(("RangeRequested", request.Header("range")), ("ActualObjectSize", $"{stored.Size}"))
            : null;
    }

    private static void WriteValidators(IHeaderDictionary headers, StoredObject stored)
    {
        headers.ETag = S3Xml.Quote(stored.ETag);
        headers.LastModified = stored.LastModified.ToString("R", null);
        headers.AcceptRanges = "bytes";
    }

    private static ByteRange? RequestedRange(S3Request request, StoredObject stored) =>
        request.Header("if-range") is { } validator && validator != S3Xml.Quote(stored.ETag)
            ? null
            : ByteRange.TryRead(request.Header("range"), stored.Size);
}
