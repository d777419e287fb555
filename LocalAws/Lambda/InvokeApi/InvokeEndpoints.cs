using System.Diagnostics;
using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;

namespace LocalAws.Lambda.InvokeApi;

/// <summary>Lambda's Invoke: <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>.</summary>
internal static class InvokeEndpoints
{
    public static void MapInvokeApi(this IEndpointRouteBuilder app) =>
        app.MapPost("/2015-03-31/functions/{function}/invocations", Invoke);

    private static async Task<IResult> Invoke(
        string function,
        HttpContext http,
        LambdaFunctions functions,
        Invoker invoker,
        EventQueue queue,
        CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers["x-amzn-RequestId"] = requestId;

        if (!FunctionName.TryParse(function, out var name) || functions.Find(name) is not { } target)
        {
            return ServiceError.FunctionNotFound(function);
        }

        if (!TryGetType(http.Request, out var type, out var unknown))
        {
            return ServiceError.UnknownInvocationType(unknown);
        }

        var limit = type is InvocationType.Event ? Payloads.MaximumEventBytes : Payloads.MaximumSynchronousBytes;
        var (payload, _) = await Payloads.ReadAsync(http.Request, limit, cancellationToken);
        return payload switch
        {
            null => ServiceError.TooLarge(limit),
            [] => await RunAsync("{}"u8.ToArray()),
            _ when !Payloads.IsJson(payload) => ServiceError.NotJson(),
            _ => await RunAsync(payload),
        };

        Task<IResult> RunAsync(byte[] content) => type switch
        {
            InvocationType.DryRun => Task.FromResult<IResult>(TypedResults.NoContent()),
            InvocationType.Event => EnqueueAsync(queue, target, new InvocationRequest(requestId, content)),
            _ => RequestAsync(invoker, target, new InvocationRequest(requestId, content)
            {
                TraceHeader = TraceHeaderOf(http.Request),
                ClientContext = http.Request.Headers["X-Amz-Client-Context"],
            }, http),
        };
    }

    private static async Task<IResult> EnqueueAsync(EventQueue queue, LambdaFunction function, InvocationRequest request) =>
        await queue.TryAcceptAsync(function, request)
            ? TypedResults.StatusCode(StatusCodes.Status202Accepted)
            : ServiceError.QueueFull();

    private static async Task<IResult> RequestAsync(
        Invoker invoker, LambdaFunction function, InvocationRequest request, HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await invoker.InvokeAsync(function, request, http.RequestAborted);
        switch (result.Outcome)
        {
            case InvocationOutcome.Throttled:
                return ServiceError.ReservedConcurrencyExceeded();
            case InvocationOutcome.NoSandbox:
                return ServiceError.NoSandbox(function.Name);
        }

        var headers = http.Response.Headers;
        headers["X-Amz-Executed-Version"] = LambdaFunction.Version;
        if (result.Outcome is InvocationOutcome.FunctionError)
        {
            headers["X-Amz-Function-Error"] = InvocationResult.FunctionError;
        }

        if (http.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            headers["X-Amz-Log-Result"] =
                InvocationLog.ToBase64(request.RequestId, Stopwatch.GetElapsedTime(started), LambdaFunction.Version);
        }

        return TypedResults.Bytes(result.Payload, "application/json");
    }

    /// <summary>
    /// An X-Ray header is handed on as it came, unless the caller speaks W3C too: then this process has a span to hand on.
    /// </summary>
    private static string? TraceHeaderOf(HttpRequest request) =>
        request.Headers.TraceParent.Count == 0 && request.Headers["X-Amzn-Trace-Id"] is [{ Length: > 0 } header] ? header : null;

    private static bool TryGetType(HttpRequest request, out InvocationType type, out string value)
    {
        value = request.Headers["X-Amz-Invocation-Type"].ToString();
        type = InvocationType.RequestResponse;
        return value is "" || (Enum.TryParse(value, ignoreCase: false, out type) && Enum.IsDefined(type) && !char.IsAsciiDigit(value[0]));
    }
}
