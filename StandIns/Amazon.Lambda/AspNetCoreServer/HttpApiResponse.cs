using System.Text;
using System.Text.Unicode;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>
/// Writes a response the way an HTTP API expects it: cookies apart, other headers joined, and base64 for what is not text.
/// </summary>
internal static class HttpApiResponse
{
    public static APIGatewayHttpApiV2ProxyResponse From(ResponseFeature response)
    {
        var result = new APIGatewayHttpApiV2ProxyResponse { StatusCode = response.StatusCode };
        if (response.Headers.Count > 0)
        {
            var headers = new Dictionary<string, string>(response.Headers.Count, StringComparer.OrdinalIgnoreCase);
            foreach (var (name, values) in response.Headers)
            {
                if (HeaderNames.SetCookie.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    result.Cookies = values.ToArray()!;
                }
                else
                {
                    headers[name] = values.Count == 1 ? values.ToString() : string.Join(',', values.ToArray());
                }
            }

            result.Headers = headers;
        }

        var content = response.Content;
        if (content.Length > 0)
        {
            result.IsBase64Encoded = !IsText(response.Headers, content);
            result.Body = result.IsBase64Encoded ? Convert.ToBase64String(content) : Encoding.UTF8.GetString(content);
        }

        return result;
    }

    /// <summary>A body may travel as text only if it comes out of JSON as the same bytes: uncompressed, and valid UTF-8.</summary>
    private static bool IsText(IHeaderDictionary headers, ReadOnlySpan<byte> content) =>
        headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type)
        && IsTextual(type)
        && Utf8.IsValid(content);

    private static bool IsTextual(MediaTypeHeaderValue type) =>
        type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
        || type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase)
        || type.SubType.Equals("xml", StringComparison.OrdinalIgnoreCase)
        || type.SubType.Equals("javascript", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        || type.Suffix.Equals("xml", StringComparison.OrdinalIgnoreCase);
}
