using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The four calls of the Runtime API, version 2018-06-01: <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"/>.
/// </summary>
internal sealed class RuntimeApiClient(string endpoint) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly MediaTypeHeaderValue s_error = new("application/vnd.aws.lambda.error+json");

    /// <summary>Lambda's own limit, for a Runtime API that sets no deadline.</summary>
    private static readonly TimeSpan s_longestInvocation = TimeSpan.FromMinutes(15);

    // One connection, never closed for idleness: to LocalAws.Lambda a connection that closes during an invocation is a dead sandbox.
    // Its calls are announced to listeners as every other request of the process, but carry no trace: Lambda has its own header for that.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 1,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseCookies = false,
        UseProxy = false,
    });

    private readonly string _runtime = $"http://{endpoint.TrimEnd('/')}/2018-06-01/runtime/";

    /// <summary>Waits, for as long as it takes, for an invocation and reads its event.</summary>
    public async Task<LambdaContext> NextAsync(LambdaEnvironment environment, MemoryStream input, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _runtime + "invocation/next");
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RuntimeApiException("next", response.StatusCode);
        }

        await response.Content.CopyToAsync(input, cancellationToken);
        return new LambdaContext(environment)
        {
            AwsRequestId = Header(response, "Lambda-Runtime-Aws-Request-Id"),
            InvokedFunctionArn = Header(response, "Lambda-Runtime-Invoked-Function-Arn"),
            TraceId = Header(response, "Lambda-Runtime-Trace-Id"),
            Deadline = long.TryParse(
                Header(response, "Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                    ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                    : DateTimeOffset.UtcNow + s_longestInvocation,
        };
    }

    public Task RespondAsync(ILambdaContext context, MemoryStream output, CancellationToken cancellationToken) => PostAsync(
        $"invocation/{context.AwsRequestId}/response",
        new ByteArrayContent(output.GetBuffer(), 0, (int)output.Length) { Headers = { ContentType = s_json } },
        errorType: null,
        cancellationToken);

    public Task FailAsync(ILambdaContext context, Exception error, CancellationToken cancellationToken) =>
        PostErrorAsync($"invocation/{context.AwsRequestId}/error", error, cancellationToken);

    public Task FailInitializationAsync(Exception error, CancellationToken cancellationToken) =>
        PostErrorAsync("init/error", error, cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task PostErrorAsync(string path, Exception error, CancellationToken cancellationToken) => PostAsync(
        path,
        new ByteArrayContent(ErrorDocument.Write(error)) { Headers = { ContentType = s_error } },
        error.GetType().Name,
        cancellationToken);

    private async Task PostAsync(string path, HttpContent content, string? errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _runtime + path) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            throw new RuntimeApiException(path, response.StatusCode);
        }

        // Read to its end, so that the connection serves the next call too.
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";
}
