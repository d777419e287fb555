using System.Diagnostics;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.InvokeApi;
using LocalAws.Lambda.Tracing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// An API Gateway HTTP API in front of each function:
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html"/>.
/// </summary>
internal static class HttpApiEndpoints
{
    private const string Prefix = "/_local/http-api/";

    /// <summary>API Gateway's own limit. The function's, 6 MB for the whole event, is usually met first.</summary>
    private const int MaximumBodyBytes = 10 * 1024 * 1024;

    public static void MapHttpApi(this IEndpointRouteBuilder app) => app.Map(Prefix + "{function}/{**path}", Invoke);

    private static async Task Invoke(
        string function,
        HttpContext http,
        LambdaFunctions functions,
        HttpApiRoutes routes,
        Invoker invoker,
        IOptions<LambdaOptions> options,
        TimeProvider time)
    {
        var path = PathBelow(http, function);
        if (functions.Find(function) is not { } target || routes.Find(http.Request.Method, path) is not { } route)
        {
            await GatewayError.NotFound.WriteAsync(http.Response);
            return;
        }

        var claims = route.AsksForToken ? await JwtAuthorizer.AuthorizeAsync(http) : null;
        if (route.AsksForToken && claims is null)
        {
            return;
        }

        var (body, _) = await Payloads.ReadAsync(http.Request, MaximumBodyBytes, http.RequestAborted);
        var requestId = Guid.NewGuid().ToString();
        var traceHeader = XRayTraceHeader.Of(Activity.Current);
        var payload = body is null
            ? null
            : ProxyRequest.Write(http, new(route.Key, path, claims), body, requestId, traceHeader, time.GetUtcNow());
        if (payload is null or { Length: > Payloads.MaximumSynchronousBytes })
        {
            await GatewayError.TooLarge.WriteAsync(http.Response);
            return;
        }

        http.Response.Headers["apigw-requestid"] = requestId;
        try
        {
            var result = await invoker
                .InvokeAsync(target, new InvocationRequest(requestId, payload), http.RequestAborted)
                .WaitAsync(TimeSpan.FromSeconds(options.Value.IntegrationTimeoutSeconds), time, http.RequestAborted);
            await AnswerAsync(http, result);
        }
        catch (TimeoutException)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, "The integration timed out.");
            await GatewayError.Unavailable.WriteAsync(http.Response);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
    }

    private static Task AnswerAsync(HttpContext http, InvocationResult result) => result.Outcome switch
    {
        InvocationOutcome.Throttled or InvocationOutcome.NoSandbox => GatewayError.Unavailable.WriteAsync(http.Response),
        InvocationOutcome.Success when ProxyResponse.TryRead(result.Payload.Span, out var response) => response.WriteAsync(http),
        _ => GatewayError.FunctionFailed.WriteAsync(http.Response),
    };

    /// <summary>
    /// The path as it was sent, still encoded: <c>/_local/http-api/F/images/a%20b</c> is <c>/images/a%20b</c> to the function.
    /// </summary>
    private static string PathBelow(HttpContext http, string function)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.AsSpan(0, target.IndexOf('?') is >= 0 and var query ? query : target.Length);
        var rest = path[Math.Min(path.Length, Prefix.Length + function.Length)..];
        return rest is "" ? "/" : rest.ToString();
    }
}
