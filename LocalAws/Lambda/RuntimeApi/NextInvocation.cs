using System.Globalization;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Lambda.RuntimeApi;

/// <summary>
/// <c>GET invocation/next</c>: a sandbox asks for work and waits for as long as it takes. The sandbox is the connection over which it
/// asks: when that closes before the answer has come, the sandbox is dead. One that ran out of time is told to exit; the process that its
/// host starts in its place comes over a connection of its own, and is a new sandbox.
/// </summary>
internal static class NextInvocation
{
    private static readonly object s_taken = new();

    public static async Task HandleAsync(
        string function, HttpContext http, LambdaFunctions functions, IHostApplicationLifetime lifetime)
    {
        var target = functions.GetOrAdd(function);
        var connection = http.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        if (connection.TryGetValue(s_taken, out var taken) && taken is Invocation unanswered)
        {
            unanswered.TryComplete(InvocationResult.Exited(unanswered.RequestId));
            if ((await unanswered.Result).EndsSandbox)
            {
                await RuntimeApiAnswer.SandboxEnded.ExecuteAsync(http);
                return;
            }
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
}
