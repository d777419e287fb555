using System.Diagnostics;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes one invocation after the other: next, handle, answer.</summary>
internal sealed class InvocationLoop(RuntimeApiClient client, LambdaEnvironment environment, InvocationHandler handler)
{
    // Invocations never overlap within one environment, so one pair of buffers serves them all.
    private readonly MemoryStream _input = new();
    private readonly MemoryStream _output = new();
    private bool _coldStart = true;

    /// <summary>Runs until <paramref name="stopping"/>; the invocation under way is finished and answered.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            LambdaContext context;
            try
            {
                context = await NextAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
            await InvokeAsync(context);
        }
    }

    /// <summary>
    /// A Runtime API that does not answer may only be restarting, as a local one does: it is asked again for half a minute.
    /// </summary>
    private async Task<LambdaContext> NextAsync(CancellationToken stopping)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                _input.SetLength(0);
                var context = await client.NextAsync(environment, _input, stopping);
                _input.Position = 0;
                return context;
            }
            catch (Exception e) when (e is HttpRequestException or IOException && Stopwatch.GetElapsedTime(started).TotalSeconds < 30)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), stopping);
            }
        }
    }

    private async Task InvokeAsync(LambdaContext context)
    {
        using var activity = InvocationActivity.Start(context, _coldStart);
        _coldStart = false;
        _output.SetLength(0);
        try
        {
            await handler(_input, context, _output);
        }
        catch (Exception e)
        {
            activity?.AddException(e);
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            context.Logger.LogLine($"{context.AwsRequestId} failed: {e}");
            await AnswerAsync(context, () => client.FailAsync(context, e, CancellationToken.None));
            return;
        }

        await AnswerAsync(context, () => client.RespondAsync(context, _output, CancellationToken.None));
    }

    private static async Task AnswerAsync(LambdaContext context, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or RuntimeApiException { ConcernsOneInvocation: true })
        {
            context.Logger.LogLine($"{context.AwsRequestId} was not taken: {e.Message}");
        }
    }
}
