using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Iris.Tests.Support.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class InvokeTests : IAsyncDisposable
{
    private readonly LocalLambda _lambda = LocalLambda.Start(new Dictionary<string, string>
    {
        ["Functions:F:TimeoutSeconds"] = "20",
        ["SandboxWaitSeconds"] = "15",
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _lambda.DisposeAsync();

    [Theory]
    [InlineData("F")]
    [InlineData("F:$LATEST")]
    [InlineData("000000000000:function:F")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:F")]
    public async Task An_invocation_returns_what_the_function_answers(string reference)
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (input, _) => Task.FromResult($$"""{"got":{{input}}}"""));

        using var response = await _lambda.InvokeAsync(Uri.EscapeDataString(reference), """{"a":"ü"}""", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"got":{"a":"ü"}}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("$LATEST", response.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"));
    }

    [Fact]
    public async Task An_invocation_tells_the_function_who_is_asked_and_until_when()
    {
        var context = new TaskCompletionSource<(string Id, string Arn, TimeSpan Left, string Trace)>();
        await using var sandbox = Sandbox.Start(_lambda, "F", (_, lambda) =>
        {
            context.SetResult((lambda.AwsRequestId, lambda.InvokedFunctionArn, lambda.RemainingTime, lambda.TraceId));
            return Task.FromResult("null");
        });

        using var response = await _lambda.InvokeAsync("F", "{}", Cancellation);

        var (id, arn, left, trace) = await context.Task;
        Assert.Equal(response.Headers.GetValues("x-amzn-RequestId").Single(), id);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:F", arn);
        Assert.InRange(left, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=[01]$", trace);
    }

    [Fact]
    public async Task An_invocation_hands_on_the_trace_header_of_a_caller_that_speaks_only_xray()
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (_, context) => Task.FromResult($"\"{context.TraceId}\""));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/F/invocations")
        {
            Headers = { { "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1" } },
        };

        using var response = await _lambda.Client.SendAsync(request, Cancellation);

        Assert.Equal(
            "\"Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1\"",
            await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_invocation_reports_an_exception_in_the_shape_of_lambda()
    {
        await using var sandbox = Sandbox.Start(
            _lambda, "F", (_, _) => throw new InvalidOperationException("no", new TimeoutException("late")));

        using var response = await _lambda.InvokeAsync("F", "{}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", response.Headers.GetValues("X-Amz-Function-Error").Single());
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal("InvalidOperationException", (string?)error["errorType"]);
        Assert.Equal("no", (string?)error["errorMessage"]);
        Assert.NotEmpty(error["stackTrace"]!.AsArray());
        Assert.Equal("TimeoutException", (string?)error["cause"]!["errorType"]);
    }

    [Fact]
    public async Task An_empty_payload_is_an_empty_object()
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (input, _) => Task.FromResult(input));

        using var response = await _lambda.InvokeAsync("F", "", Cancellation);

        Assert.Equal("{}", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_dry_run_runs_nothing()
    {
        using var response = await _lambda.InvokeAsync("F", "{}", Cancellation, "DryRun");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("G", "{}", "RequestResponse", HttpStatusCode.NotFound, "ResourceNotFoundException")]
    [InlineData("a!b", "{}", "RequestResponse", HttpStatusCode.NotFound, "ResourceNotFoundException")]
    [InlineData("F", "{", "RequestResponse", HttpStatusCode.BadRequest, "InvalidRequestContentException")]
    [InlineData("F", "{} {}", "Event", HttpStatusCode.BadRequest, "InvalidRequestContentException")]
    [InlineData("F", "{}", "Later", HttpStatusCode.BadRequest, "InvalidParameterValueException")]
    [InlineData("F", "{}", "1", HttpStatusCode.BadRequest, "InvalidParameterValueException")]
    public async Task An_invocation_refuses_what_cannot_be_invoked(string function, string payload, string type, HttpStatusCode status, string error)
    {
        using var response = await _lambda.InvokeAsync(Uri.EscapeDataString(function), payload, Cancellation, type);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(error, response.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Theory]
    [InlineData("RequestResponse", 6 * 1024 * 1024)]
    [InlineData("Event", 1024 * 1024)]
    public async Task An_invocation_refuses_a_payload_one_byte_beyond_the_limit(string type, int limit)
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (_, _) => Task.FromResult("null"));

        using var fits = await _lambda.InvokeAsync("F", $"\"{new string('a', limit - 2)}\"", Cancellation, type);
        using var tooLarge = await _lambda.InvokeAsync("F", $"\"{new string('a', limit - 1)}\"", Cancellation, type);

        Assert.True(fits.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("RequestTooLargeException", tooLarge.Headers.GetValues("x-amzn-ErrorType").Single());
    }

    [Fact]
    public async Task An_invocation_refuses_a_response_beyond_the_limit_and_goes_on()
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (input, _) =>
            Task.FromResult($"\"{new string('a', input is "1" ? 6 * 1024 * 1024 : 1)}\""));

        using var tooLarge = await _lambda.InvokeAsync("F", "1", Cancellation);
        using var fits = await _lambda.InvokeAsync("F", "2", Cancellation);

        Assert.Contains("Function.ResponseSizeTooLarge", await tooLarge.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("\"a\"", await fits.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_invocation_shows_its_log_when_asked()
    {
        await using var sandbox = Sandbox.Start(_lambda, "F", (_, _) => Task.FromResult("null"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/F/invocations")
        {
            Headers = { { "X-Amz-Log-Type", "Tail" } },
        };

        using var response = await _lambda.Client.SendAsync(request, Cancellation);

        var log = Encoding.UTF8.GetString(Convert.FromBase64String(response.Headers.GetValues("X-Amz-Log-Result").Single()));
        var id = response.Headers.GetValues("x-amzn-RequestId").Single();
        Assert.StartsWith($"START RequestId: {id} Version: $LATEST\nEND RequestId: {id}\nREPORT", log, StringComparison.Ordinal);
    }
}
