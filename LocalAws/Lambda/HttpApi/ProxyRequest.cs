using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LocalAws.Lambda.HttpApi;

/// <summary>How a request came through the HTTP API.</summary>
/// <param name="Key">The key of its route.</param>
/// <param name="Path">The path, still encoded.</param>
/// <param name="Claims">The claims of its token, where the route asks for one.</param>
internal sealed record RoutedRequest(string Key, string Path, JsonElement? Claims);

/// <summary>Writes an HTTP request as an event in payload format 2.0.</summary>
internal static class ProxyRequest
{
    private const string Stage = "$default";

    private static readonly JsonWriterOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(
        HttpContext http, RoutedRequest routed, byte[] body, string requestId, string traceHeader, DateTimeOffset now)
    {
        using var buffer = new MemoryStream(body.Length + 4096);
        using (var json = new Utf8JsonWriter(buffer, s_relaxed))
        {
            var request = http.Request;
            json.WriteStartObject();
            json.WriteString("version", "2.0");
            json.WriteString("routeKey", routed.Key);
            json.WriteString("rawPath", routed.Path);
            json.WriteString("rawQueryString", request.QueryString.HasValue ? request.QueryString.Value.AsSpan(1) : "");
            WriteCookies(json, request);
            WriteHeaders(json, http, traceHeader);
            WriteQuery(json, request.QueryString.Value);
            WriteContext(json, http, routed, requestId, now);
            WriteBody(json, request, body);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteCookies(Utf8JsonWriter json, HttpRequest request)
    {
        // Cookie: a=1; b=2
        string[] cookies = [.. request.Headers.Cookie.SelectMany(header =>
            header!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        if (cookies is [])
        {
            return;
        }

        json.WriteStartArray("cookies");
        foreach (var cookie in cookies)
        {
            json.WriteStringValue(cookie);
        }

        json.WriteEndArray();
    }

    private static void WriteHeaders(Utf8JsonWriter json, HttpContext http, string traceHeader)
    {
        var request = http.Request;
        json.WriteStartObject("headers");
        foreach (var (name, values) in request.Headers)
        {
            if (!HopByHop.Includes(name) && !IsSetHere(name))
            {
                json.WriteString(name.ToLowerInvariant(), string.Join(',', values.ToArray()));
            }
        }

        json.WriteString("x-amzn-trace-id", traceHeader);
        json.WriteString("x-forwarded-for", string.Join(", ", [.. request.Headers["X-Forwarded-For"].ToArray(), SourceIp(http)]));
        json.WriteString(
            "x-forwarded-port", FirstOf(request, "X-Forwarded-Port") ?? http.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        json.WriteString("x-forwarded-proto", FirstOf(request, "X-Forwarded-Proto") ?? request.Scheme);
        json.WriteEndObject();
    }

    /// <summary>Cookies have a place of their own; the others are the gateway's to say.</summary>
    private static bool IsSetHere(string name) => name.Equals(HeaderNames.Cookie, StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Amzn-Trace-Id", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);

    private static void WriteQuery(Utf8JsonWriter json, string? query)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartObject("queryStringParameters");
        foreach (var (name, values) in parameters)
        {
            json.WriteString(name, string.Join(',', values.ToArray()));
        }

        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, HttpContext http, RoutedRequest routed, string requestId, DateTimeOffset now)
    {
        var request = http.Request;
        json.WriteStartObject("requestContext");
        json.WriteString("accountId", LocalAccount.Id);
        json.WriteString("apiId", "local");
        WriteAuthorizer(json, routed.Claims);
        json.WriteString("domainName", request.Host.Host);
        json.WriteString("domainPrefix", request.Host.Host.Split('.')[0]);
        json.WriteStartObject("http");
        json.WriteString("method", request.Method);
        json.WriteString("path", routed.Path);
        json.WriteString("protocol", request.Protocol);
        json.WriteString("sourceIp", SourceIp(http));
        json.WriteString("userAgent", request.Headers.UserAgent.ToString());
        json.WriteEndObject();
        json.WriteString("requestId", requestId);
        json.WriteString("routeKey", routed.Key);
        json.WriteString("stage", Stage);
        json.WriteString("time", now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture));
        json.WriteNumber("timeEpoch", now.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private static void WriteAuthorizer(Utf8JsonWriter json, JsonElement? claims)
    {
        if (claims is not { } all)
        {
            return;
        }

        json.WriteStartObject("authorizer");
        json.WriteStartObject("jwt");
        json.WriteStartObject("claims");
        foreach (var claim in all.EnumerateObject())
        {
            json.WriteString(claim.Name, TextOf(claim.Value));
        }

        json.WriteEndObject();
        json.WriteNull("scopes");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // API Gateway hands every claim on as text: 1583798639, true, [a b].
    private static string TextOf(JsonElement claim) => claim.ValueKind switch
    {
        JsonValueKind.String => claim.GetString()!,
        JsonValueKind.Array => $"[{string.Join(' ', claim.EnumerateArray().Select(TextOf))}]",
        _ => claim.GetRawText(),
    };

    private static void WriteBody(Utf8JsonWriter json, HttpRequest request, byte[] body)
    {
        var text = TextBody.IsText(request.ContentType, request.Headers.ContentEncoding, body);
        if (body.Length > 0)
        {
            if (text)
            {
                json.WriteString("body", body);
            }
            else
            {
                json.WriteBase64String("body", body);
            }
        }

        json.WriteBoolean("isBase64Encoded", body.Length > 0 && !text);
    }

    private static string SourceIp(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1";

    private static string? FirstOf(HttpRequest request, string header) => request.Headers[header] is [{ } first, ..] ? first : null;
}
