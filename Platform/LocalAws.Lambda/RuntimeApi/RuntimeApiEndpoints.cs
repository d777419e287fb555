using System.Globalization;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Lambda.RuntimeApi;

/// <summary>
/// The Runtime API, one for each function below the function's name:
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"/>.
/// </summary>
internal static class RuntimeApiEndpoints
{
    private static readonly object s_taken = new();

    /// <summary>
    /// A sandbox is its connection, so an idle one must outlive the longest invocation, 15 minutes.
    /// </summary>
    public static void AddRuntimeApi(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(20));

    public static void MapRuntimeApi(this IEndpointRouteBuilder app)
    {
        var runtime = app.MapGroup("/{function}/2018-06-01/runtime").AddEndpointFilter(async (context, next) =>
            FunctionName.IsValid(context.HttpContext.GetRouteValue("function") as string ?? "") ? await next(context) : TypedResults.NotFound());
        runtime.MapGet("/invocation/next", Next);
        runtime.MapPost("/invocation/{requestId}/response", Respond);
        runtime.MapPost("/invocation/{requestId}/error", Fail);
        runtime.MapPost("/init/error", FailInitialization);
    }

    private static async Task Next(string function, HttpContext http, LambdaFunctions functions, IHostApplicationLifetime lifetime)
    {
        var target = functions.GetOrAdd(function);
        var connection = http.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        if (connection.TryGetValue(s_taken, out var taken) && taken is Invocation unanswered)
        {
            unanswered.TryComplete(InvocationResult.Exited(unanswered.RequestId));
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        Invocation invocation;
        try
        {
            invocation = await target.Dispatcher.TakeAsync(gone.Token);
        }
        catch (OperationCanceledException)
        {
            // A sandbox asks again after a broken connection; an answer it would take for the end.
            http.Abort();
            return;
        }

        if (gone.IsCancellationRequested)
        {
            target.Dispatcher.Return(invocation);
            http.Abort();
            return;
        }

        connection[s_taken] = invocation;
        target.Start(invocation, http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed);
        await WriteAsync(http.Response, target, invocation);
    }

    private static async Task WriteAsync(HttpResponse response, LambdaFunction function, Invocation invocation)
    {
        var headers = response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceHeader;
        if (invocation.ClientContext is not null)
        {
            headers["Lambda-Runtime-Client-Context"] = invocation.ClientContext;
        }

        response.ContentType = "application/json";
        response.ContentLength = invocation.Payload.Length;
        await response.Body.WriteAsync(invocation.Payload);
    }

    private static async Task<IResult> Respond(string function, string requestId, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
    {
        var (payload, size) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, cancellationToken);
        if (functions.Find(function)?.FindRunning(requestId) is not { } invocation)
        {
            return RuntimeApiAnswer.UnknownRequest;
        }

        if (payload is null)
        {
            invocation.TryComplete(InvocationResult.TooLarge(size));
            return RuntimeApiAnswer.TooLarge;
        }

        return invocation.TryComplete(InvocationResult.Success(payload)) ? RuntimeApiAnswer.Accepted : RuntimeApiAnswer.UnknownRequest;
    }

    private static async Task<IResult> Fail(string function, string requestId, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
    {
        var (document, _) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, cancellationToken);
        return functions.Find(function)?.FindRunning(requestId) is { } invocation
            && invocation.TryComplete(InvocationResult.Error(document ?? "{}"u8.ToArray()))
            ? RuntimeApiAnswer.Accepted
            : RuntimeApiAnswer.UnknownRequest;
    }

    /// <summary>On AWS the invocation for which the sandbox was started fails with the error; here that is the one that waits longest.</summary>
    private static async Task<IResult> FailInitialization(string function, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
    {
        var (document, _) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, cancellationToken);
        if (functions.GetOrAdd(function).Dispatcher.TryWithdrawFirst(out var invocation))
        {
            invocation.TryComplete(InvocationResult.Error(document ?? "{}"u8.ToArray()));
        }

        return RuntimeApiAnswer.Accepted;
    }
}
