using System.Net;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer.Internal;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace StandIns.Tests.Lambda;

public sealed class HttpApiRequestTests
{
    [Theory]
    [InlineData("/images/a%20b", "$default", "", "/images/a b")]
    [InlineData("/a%2Fb/%C3%BC", "$default", "", "/a%2Fb/ü")]
    [InlineData("/a+b", "$default", "", "/a+b")]
    [InlineData("", "$default", "", "/")]
    [InlineData("/prod/images", "prod", "/prod", "/images")]
    [InlineData("/prod", "prod", "/prod", "/")]
    [InlineData("/production/images", "prod", "", "/production/images")]
    [InlineData("/images", "prod", "", "/images")]
    [InlineData("/images", null, "", "/images")]
    public void have_their_path_decoded_and_the_stage_taken_off(string rawPath, string? stage, string pathBase, string path)
    {
        var request = Translate(new() { RawPath = rawPath, RequestContext = new() { Stage = stage } }).Request;

        Assert.Equal((pathBase, path), (request.PathBase.Value, request.Path.Value));
    }

    [Fact]
    public void have_their_headers_cookies_query_and_caller()
    {
        var http = Translate(new()
        {
            RawPath = "/images",
            RawQueryString = "label=Dog&label=Cat&x=a%20b",
            Cookies = ["a=1", "b=2"],
            Headers = new Dictionary<string, string> { ["host"] = "example.org", ["x-forwarded-proto"] = "http", ["accept"] = "a,b" },
            RequestContext = new() { RequestId = "R", Http = new() { Method = "DELETE", Protocol = "HTTP/1.1", SourceIp = "192.0.2.7" } },
        });

        Assert.Equal("DELETE", http.Request.Method);
        Assert.Equal("http://example.org/images?label=Dog&label=Cat&x=a%20b", http.Request.GetEncodedUrl());
        Assert.Equal("Dog,Cat", http.Request.Query["label"].ToString());
        Assert.Equal("2", http.Request.Cookies["b"]);
        Assert.Equal("a,b", http.Request.Headers.Accept);
        Assert.Equal(IPAddress.Parse("192.0.2.7"), http.Connection.RemoteIpAddress);
        Assert.Equal("R", http.TraceIdentifier);
        Assert.IsType<LambdaContext>(http.Items["LambdaContext"]);
    }

    [Fact]
    public void have_the_user_whose_token_the_authorizer_has_found_valid()
    {
        var claims = new Dictionary<string, string> { ["sub"] = "alice", ["exp"] = "1583798639" };

        var user = Translate(new() { RawPath = "/", RequestContext = new() { Authorizer = new() { Jwt = new() { Claims = claims } } } }).User;

        Assert.True(user.Identity?.IsAuthenticated);
        Assert.Equal("alice", user.FindFirst("sub")?.Value);
    }

    [Fact]
    public void have_no_user_where_the_route_has_no_authorizer() =>
        Assert.False(Translate(new() { RawPath = "/", RequestContext = new() }).User.Identity?.IsAuthenticated);

    [Theory]
    [InlineData("größe", false, "größe")]
    [InlineData("Z3LDtsOfZQ==", true, "größe")]
    [InlineData("", false, "")]
    [InlineData(null, false, "")]
    public async Task have_their_body_as_bytes(string? body, bool base64, string text)
    {
        var http = Translate(new() { RawPath = "/", Body = body, IsBase64Encoded = base64 });

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(text.Length > 0, http.Features.GetRequiredFeature<IHttpRequestBodyDetectionFeature>().CanHaveBody);
        Assert.Equal(text.Length > 0 ? Encoding.UTF8.GetByteCount(text) : null, http.Request.ContentLength);
    }

    private static DefaultHttpContext Translate(APIGatewayHttpApiV2ProxyRequest request)
    {
        var context = new LambdaContext(LambdaEnvironment.From(static _ => null))
        {
            AwsRequestId = "",
            InvokedFunctionArn = "",
            TraceId = "",
            Deadline = DateTimeOffset.UtcNow.AddMinutes(1),
        };
        return new DefaultHttpContext(HttpApiRequest.ToFeatures(request, context, new CancellationTokenSource(), new ResponseFeature()));
    }
}
