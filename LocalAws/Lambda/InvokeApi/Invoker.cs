using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.Tracing;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.InvokeApi;

/// <summary>Runs a function for somebody who waits for the answer.</summary>
internal sealed class Invoker(IOptions<LambdaOptions> options, TimeProvider time)
{
    /// <summary>
    /// Waits for a sandbox and then for the result. When the caller goes away before a sandbox has taken the invocation it is withdrawn;
    /// after that it runs on, as on AWS.
    /// </summary>
    public async Task<InvocationResult> InvokeAsync(
        LambdaFunction function, InvocationRequest request, CancellationToken cancellationToken)
    {
        using var activity = LambdaTracing.StartInvoke(function, request.RequestId, InvocationType.RequestResponse);
        var invocation = new Invocation(
            request.RequestId,
            InvocationType.RequestResponse,
            request.Payload,
            request.TraceHeader ?? XRayTraceHeader.Of(activity))
        {
            ClientContext = request.ClientContext,
        };

        var result = !function.Dispatcher.TrySubmit(invocation) ? InvocationResult.Throttled
            : !await WaitForSandboxAsync(function, invocation, cancellationToken) ? InvocationResult.NoSandbox
            : await invocation.Result.WaitAsync(cancellationToken);
        LambdaTracing.Record(activity, result);
        return result;
    }

    private async Task<bool> WaitForSandboxAsync(LambdaFunction function, Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Started.IsCompleted)
        {
            return true;
        }

        using var waiting = LambdaTracing.StartWait();
        try
        {
            await invocation.Started.WaitAsync(TimeSpan.FromSeconds(options.Value.SandboxWaitSeconds), time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return !function.Dispatcher.Withdraw(invocation);
        }
        catch (OperationCanceledException)
        {
            function.Dispatcher.Withdraw(invocation);
            throw;
        }
    }
}
