using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace LocalAws.Lambda.HttpApi;

/// <summary>A function's answer as an HTTP response, payload format 2.0.</summary>
internal sealed class ProxyResponse
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private string[] _cookies = [];
    private byte[] _body = [];

    public int StatusCode { get; private init; }

    /// <summary>
    /// An object with a statusCode is a response. Any other JSON is the body of a 200: an object or array as it is, a string without its
    /// quotes. What is no JSON, or no response in spite of its statusCode, is the function's failure.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> result, [NotNullWhen(true)] out ProxyResponse? response)
    {
        response = null;
        try
        {
            using var document = JsonDocument.Parse(result.ToArray());
            var root = document.RootElement;
            response = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("statusCode", out var status)
                ? FromResponse(root, Status(status))
                : FromValue(root);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    public async Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        response.StatusCode = StatusCode;
        var bodiless = HttpMethods.IsHead(http.Request.Method) || StatusCode is 204 or 304;
        foreach (var (name, value) in _headers)
        {
            // A length is counted here, except where there is no body to count.
            if (bodiless || !name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase))
            {
                response.Headers[name] = value;
            }
        }

        if (_cookies is not [])
        {
            response.Headers.SetCookie = _cookies;
        }

        if (_body is [] || bodiless)
        {
            return;
        }

        response.ContentType ??= "text/plain; charset=utf-8";
        response.ContentLength = _body.Length;
        await response.Body.WriteAsync(_body, http.RequestAborted);
    }

    private static ProxyResponse FromValue(JsonElement value) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        _headers = { [HeaderNames.ContentType] = "application/json" },
        _body = Encoding.UTF8.GetBytes(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText()),
    };

    private static ProxyResponse FromResponse(JsonElement root, int status)
    {
        var response = new ProxyResponse { StatusCode = status };
        foreach (var header in Present(root, "headers") is { } headers ? headers.EnumerateObject() : default)
        {
            if (!HopByHop.Includes(header.Name) && header.Value.ValueKind is not JsonValueKind.Null)
            {
                response._headers[header.Name] = header.Value.ToString();
            }
        }

        if (Present(root, "cookies") is { } cookies)
        {
            response._cookies = [.. cookies.EnumerateArray().Select(cookie => cookie.GetString() ?? "")];
        }

        if (Present(root, "body") is { } body)
        {
            var encoded = Present(root, "isBase64Encoded") is { } flag && flag.GetBoolean();
            response._body = encoded
                ? body.GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(body.ValueKind is JsonValueKind.String ? body.GetString()! : body.GetRawText());
        }

        return response;
    }

    private static JsonElement? Present(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>200, or "200" as some functions write it.</summary>
    private static int Status(JsonElement status)
    {
        var code = status.ValueKind is JsonValueKind.String
            ? int.Parse(status.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture)
            : status.GetInt32();
        return code is >= 200 and <= 599 ? code : throw new FormatException($"{code} is not the status of a response.");
    }
}
