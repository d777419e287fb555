using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.Lambda.HttpApi;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Tests.Lambda;

public sealed class ProxyRequestTests
{
    [Fact]
    public void Requests_become_an_event_in_payload_format_2()
    {
        var http = Request("GET", "?x=1&x=2&y=a%20b");
        http.Request.Headers["Accept"] = new(["a", "b"]);
        http.Request.Headers["Cookie"] = "a=1; b=2";
        http.Request.Headers["User-Agent"] = "curl";
        http.Request.Headers["Connection"] = "keep-alive";
        http.Request.Headers["X-Forwarded-For"] = "192.0.2.1";

        var request = Write(http, "/a%20b", []);

        Assert.Equal("2.0", (string?)request["version"]);
        Assert.Equal("$default", (string?)request["routeKey"]);
        Assert.Equal("/a%20b", (string?)request["rawPath"]);
        Assert.Equal("x=1&x=2&y=a%20b", (string?)request["rawQueryString"]);
        Assert.Equal(["a=1", "b=2"], request["cookies"]!.AsArray().Select(cookie => (string?)cookie));
        Assert.Equal("1,2", (string?)request["queryStringParameters"]!["x"]);
        Assert.Equal("a b", (string?)request["queryStringParameters"]!["y"]);
        var headers = request["headers"]!.AsObject();
        Assert.Equal(
            ["accept", "host", "user-agent", "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto"],
            headers.Select(header => header.Key).Order(StringComparer.Ordinal));
        Assert.Equal("a,b", (string?)headers["accept"]);
        Assert.Equal("192.0.2.1, 127.0.0.1", (string?)headers["x-forwarded-for"]);
        var context = request["requestContext"]!;
        Assert.Equal("api.example.org", (string?)context["domainName"]);
        Assert.Equal("api", (string?)context["domainPrefix"]);
        Assert.Equal("GET", (string?)context["http"]!["method"]);
        Assert.Equal("curl", (string?)context["http"]!["userAgent"]);
        Assert.Equal("12/Mar/2020:19:03:58 +0000", (string?)context["time"]);
        Assert.Equal(1583953438000 + 86_400_000, (long?)context["timeEpoch"]);
    }

    [Fact]
    public void Requests_leave_out_what_is_not_there()
    {
        var request = Write(Request("GET", ""), "/", []);

        Assert.False(request.ContainsKey("body"));
        Assert.False(request.ContainsKey("cookies"));
        Assert.False(request.ContainsKey("queryStringParameters"));
        Assert.False((bool?)request["isBase64Encoded"]);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", null, "{\"a\":\"ü\"}", false)]
    [InlineData("text/plain", null, "a", false)]
    [InlineData("application/xml", null, "<a/>", false)]
    [InlineData("application/merge-patch+json", null, "{}", false)]
    [InlineData("application/json", "gzip", "{}", true)]
    [InlineData("application/octet-stream", null, "a", true)]
    [InlineData("application/x-www-form-urlencoded", null, "a=1", true)]
    [InlineData(null, null, "a", true)]
    public void Requests_have_bodies_in_base64_unless_they_are_text(string? type, string? encoding, string body, bool base64)
    {
        var http = Request("POST", "");
        http.Request.ContentType = type;
        http.Request.Headers.ContentEncoding = encoding;

        var request = Write(http, "/", Encoding.UTF8.GetBytes(body));

        Assert.Equal(base64, (bool?)request["isBase64Encoded"]);
        Assert.Equal(base64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body, (string?)request["body"]);
    }

    private static DefaultHttpContext Request(string method, string query)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("api.example.org", 9001);
        http.Request.QueryString = new QueryString(query);
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        return http;
    }

    private static JsonObject Write(HttpContext http, string path, byte[] body) =>
        JsonNode.Parse(ProxyRequest.Write(http, new RoutedRequest("$default", path, null), body, "R", "Root=1", new DateTimeOffset(2020, 3, 12, 19, 3, 58, TimeSpan.Zero)))!.AsObject();
}
