using System.Diagnostics;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Reads X-Ray's trace header, for example
/// <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>, as a W3C context: the root's
/// eight and twenty-four digits together are the trace id.
/// <see href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader"/>.
/// </summary>
internal static class XRayTraceHeader
{
    public static bool TryParse(ReadOnlySpan<char> header, out ActivityContext context)
    {
        ReadOnlySpan<char> root = default, parent = default, sampled = default;
        foreach (var range in header.Split(';'))
        {
            var field = header[range].Trim();
            if (field.StartsWith("Root=", StringComparison.Ordinal))
            {
                root = field["Root=".Length..];
            }
            else if (field.StartsWith("Parent=", StringComparison.Ordinal))
            {
                parent = field["Parent=".Length..];
            }
            else if (field.StartsWith("Sampled=", StringComparison.Ordinal))
            {
                sampled = field["Sampled=".Length..];
            }
        }

        context = default;
        if (!IsRoot(root) || !IsHex(parent, 16))
        {
            return false;
        }

        Span<char> traceId = stackalloc char[32];
        root[2..10].ToLowerInvariant(traceId);
        root[11..].ToLowerInvariant(traceId[8..]);
        Span<char> spanId = stackalloc char[16];
        parent.ToLowerInvariant(spanId);
        context = new ActivityContext(
            ActivityTraceId.CreateFromString(traceId),
            ActivitySpanId.CreateFromString(spanId),
            sampled is "1" ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None,
            isRemote: true);
        return true;
    }

    private static bool IsRoot(ReadOnlySpan<char> root) =>
        root.Length == 35 && root.StartsWith("1-", StringComparison.Ordinal) && root[10] == '-'
        && IsHex(root[2..10], 8) && IsHex(root[11..], 24);

    // All zeros is what W3C calls an invalid id.
    private static bool IsHex(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExcept(s_hex) && text.ContainsAnyExcept('0');

    private static readonly System.Buffers.SearchValues<char> s_hex = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}
