using System.Net;
using System.Text;
using Iris.Tests.Support.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class HttpApiTests : IAsyncLifetime
{
    private const string ServerError = """{"message":"Internal Server Error"}""";

    private readonly LocalLambda _lambda = LocalLambda.Start(new Dictionary<string, string>
    {
        ["Functions:Web:TimeoutSeconds"] = "20",
        ["Functions:Plain:TimeoutSeconds"] = "20",
        ["Functions:Nobody:TimeoutSeconds"] = "20",
        ["SandboxWaitSeconds"] = "10",
    });

    private readonly HttpClient _web = new(new SocketsHttpHandler { UseCookies = false });
    private WebFunction? _function;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _web.BaseAddress = _lambda.HttpApi("Web");
        _function = await WebFunction.StartAsync(_lambda, "Web");
    }

    public async ValueTask DisposeAsync()
    {
        _web.Dispose();
        await _function!.DisposeAsync();
        await _lambda.DisposeAsync();
    }

    [Fact]
    public async Task The_application_sees_the_request_as_the_caller_sent_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "echo/a%20b/%C3%BC%2Fc?x=1&x=2&y=a%20b+c&empty=")
        {
            Content = new StringContent("""{"text":"größe"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Many", ["1", "2"]);
        request.Headers.Add("Cookie", "a=1; b=two");

        using var response = await _web.SendAsync(request, Cancellation);

        var lines = (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n');
        Assert.Equal("POST http /echo/a b/ü%2Fc ?x=1&x=2&y=a%20b+c&empty=", lines[0]);
        Assert.Contains("query x=1", lines);
        Assert.Contains("query x=2", lines);
        Assert.Contains("query y=a b c", lines);
        Assert.Contains("cookie a=1", lines);
        Assert.Contains("cookie b=two", lines);
        Assert.Contains("header x-many: 1, 2", lines);
        Assert.Contains("from 127.0.0.1", lines);
        Assert.Contains("length 18", lines);
        Assert.Contains("""body {"text":"größe"}""", lines);
    }

    [Fact]
    public async Task Binary_bodies_arrive_as_they_are_both_ways()
    {
        var bytes = Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7)).ToArray();

        using var response = await _web.PostAsync("bytes", new ByteArrayContent(bytes), Cancellation);

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_arrives_as_it_is()
    {
        byte[] latin1 = [0x67, 0x72, 0xfc, 0x6e];
        using var content = new ByteArrayContent(latin1) { Headers = { ContentType = new("text/plain") { CharSet = "iso-8859-1" } } };

        using var response = await _web.PostAsync("bytes", content, Cancellation);

        Assert.Equal(latin1, await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Every_cookie_and_every_value_comes_back()
    {
        using var response = await _web.GetAsync("cookies", Cancellation);

        Assert.Equal(
            ["a=1; expires=Tue, 01 Jan 2069 00:00:00 GMT; path=/", "b=2; path=/"],
            response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("1,2", string.Join(',', response.Headers.GetValues("X-Many").SelectMany(value => value.Split(','))));
    }

    [Theory]
    [InlineData("GET", "missing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "cookies", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "throw", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "nothing", HttpStatusCode.NoContent)]
    public async Task The_status_is_that_of_the_application(string method, string path, HttpStatusCode status)
    {
        using var response = await _web.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task HEAD_has_the_headers_and_no_body()
    {
        using var response = await _web.SendAsync(new HttpRequestMessage(HttpMethod.Head, "echo/x"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Headers_set_at_the_start_of_the_response_are_there()
    {
        using var response = await _web.GetAsync("starting", Cancellation);

        Assert.Equal("yes", response.Headers.GetValues("X-Starting").Single());
    }

    [Fact]
    public async Task An_endpoint_keeps_its_own_size_limit()
    {
        using var fits = await _web.PutAsync("limited", new StringContent("1234567890"), Cancellation);
        using var tooLarge = await _web.PutAsync("limited", new StringContent("12345678901"), Cancellation);

        Assert.Equal("10", await fits.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Theory]
    [InlineData(4_000_000, HttpStatusCode.OK)]
    [InlineData(5_000_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(11_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_request_fits_when_its_event_fits_into_an_invocation(int size, HttpStatusCode status)
    {
        using var response = await _web.PostAsync("bytes", new ByteArrayContent(new byte[size]), Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_response_beyond_the_limit_is_the_functions_failure()
    {
        using var response = await _web.GetAsync("bytes?size=5000000", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(ServerError, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"a":1}""", HttpStatusCode.OK, "application/json", """{"a":1}""")]
    [InlineData("\"text\"", HttpStatusCode.OK, "application/json", "text")]
    [InlineData("""{"statusCode":201,"body":"made"}""", HttpStatusCode.Created, "text/plain", "made")]
    [InlineData("""{"statusCode":"404"}""", HttpStatusCode.NotFound, null, "")]
    [InlineData(
        """{"statusCode":200,"body":"AAE=","isBase64Encoded":true,"headers":{"Content-Type":"image/png"}}""",
        HttpStatusCode.OK, "image/png", "\0\u0001")]
    [InlineData("""{"statusCode":9000}""", HttpStatusCode.InternalServerError, "application/json", ServerError)]
    [InlineData("""{"statusCode":200,"body":"*","isBase64Encoded":true}""", HttpStatusCode.InternalServerError, "application/json", ServerError)]
    [InlineData("not json", HttpStatusCode.InternalServerError, "application/json", ServerError)]
    public async Task What_a_plain_function_returns_becomes_a_response(string result, HttpStatusCode status, string? type, string body)
    {
        await using var sandbox = Sandbox.Start(_lambda, "Plain", (_, _) => Task.FromResult(result));

        using var response = await _web.GetAsync(_lambda.HttpApi("Plain"), Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_unknown_function_is_not_found()
    {
        using var response = await _web.GetAsync(_lambda.HttpApi("Unknown"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_makes_the_service_unavailable()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string>
        {
            ["Functions:Slow:TimeoutSeconds"] = "20",
            ["IntegrationTimeoutSeconds"] = "0.3",
        });
        var answer = new TaskCompletionSource<string>();
        await using var sandbox = Sandbox.Start(lambda, "Slow", (_, _) => answer.Task);

        using var response = await _web.GetAsync(lambda.HttpApi("Slow"), Cancellation);
        answer.SetResult("null");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }
}
