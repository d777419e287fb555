using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;

namespace LocalAws.Lambda.RuntimeApi;

/// <summary>What a sandbox says of its invocation, or of its start.</summary>
internal static class InvocationAnswers
{
    public static async Task<IResult> RespondAsync(
        string function, string requestId, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
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

    public static async Task<IResult> FailAsync(
        string function, string requestId, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
    {
        var (document, _) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, cancellationToken);
        return functions.Find(function)?.FindRunning(requestId) is { } invocation
            && invocation.TryComplete(InvocationResult.Error(document ?? "{}"u8.ToArray()))
            ? RuntimeApiAnswer.Accepted
            : RuntimeApiAnswer.UnknownRequest;
    }

    /// <summary>
    /// On AWS the invocation for which the sandbox was started fails with the error; here that is the one that waits longest.
    /// </summary>
    public static async Task<IResult> FailInitializationAsync(
        string function, HttpRequest request, LambdaFunctions functions, CancellationToken cancellationToken)
    {
        var (document, _) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, cancellationToken);
        if (functions.GetOrAdd(function).Dispatcher.TryWithdrawFirst(out var invocation))
        {
            invocation.TryComplete(InvocationResult.Error(document ?? "{}"u8.ToArray()));
        }

        return RuntimeApiAnswer.Accepted;
    }
}
