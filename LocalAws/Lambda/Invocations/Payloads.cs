using System.Text.Json;

namespace LocalAws.Lambda.Invocations;

/// <summary>The sizes and the form of what goes in and out of a function.</summary>
/// <remarks>
/// 6 MB for a synchronous request and as much for its response, 1 MB for an event:
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"/>; the event's limit was 256 kB until October 2025:
/// <see href="https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb"/>.
/// </remarks>
internal static class Payloads
{
    public const int MaximumSynchronousBytes = 6 * 1024 * 1024;
    public const int MaximumEventBytes = 1024 * 1024;

    /// <summary>
    /// Reads a body whole. One that is too large is read to its end all the same, so that the caller gets to see the answer.
    /// </summary>
    /// <returns>Null when the body is larger than <paramref name="maximumBytes"/>; <c>Size</c> tells how large.</returns>
    public static async Task<(byte[]? Content, long Size)> ReadAsync(
        HttpRequest request, int maximumBytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, maximumBytes));
        long size = 0;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            size += read.Buffer.Length;
            if (size <= maximumBytes)
            {
                foreach (var segment in read.Buffer)
                {
                    content.Write(segment.Span);
                }
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return (size <= maximumBytes ? content.ToArray() : null, size);
            }
        }
    }

    /// <summary>Whether the bytes are one JSON document.</summary>
    public static bool IsJson(ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
