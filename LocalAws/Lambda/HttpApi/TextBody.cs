using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// Which bodies travel as text: those of type text/*, application/json, application/javascript and application/xml that are not
/// compressed. Every other body is base64, and so is one that only claims to be text.
/// </summary>
internal static class TextBody
{
    public static bool IsText(string? contentType, StringValues contentEncoding, ReadOnlySpan<byte> body) =>
        contentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
            || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase) && IsTextual(type)))
        && Utf8.IsValid(body);

    private static bool IsTextual(MediaTypeHeaderValue type) =>
        type.SubTypeWithoutSuffix.Equals("javascript", StringComparison.OrdinalIgnoreCase)
        || (type.Suffix.HasValue ? type.Suffix : type.SubType) is var form
        && (form.Equals("json", StringComparison.OrdinalIgnoreCase) || form.Equals("xml", StringComparison.OrdinalIgnoreCase));
}
