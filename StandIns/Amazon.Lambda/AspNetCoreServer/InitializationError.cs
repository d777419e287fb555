using Amazon.Lambda.RuntimeSupport;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>
/// Tells the Runtime API why an application could not start: a missing setting, for example, ends the process before any request.
/// </summary>
internal static class InitializationError
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static int s_state;

    private enum State
    {
        Unobserved,
        Initializing,
        Over,
    }

    public static void ReportWhenUnhandled()
    {
        var environment = LambdaEnvironment.From(Environment.GetEnvironmentVariable);
        if (environment is { FunctionName.Length: > 0, RuntimeApi: { Length: > 0 } endpoint }
            && Interlocked.CompareExchange(ref s_state, (int)State.Initializing, (int)State.Unobserved) == (int)State.Unobserved)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => Report(endpoint, unhandled.ExceptionObject as Exception);
        }
    }

    public static void InitializationIsOver() => Volatile.Write(ref s_state, (int)State.Over);

    private static void Report(string endpoint, Exception? error)
    {
        if (error is null || Volatile.Read(ref s_state) == (int)State.Over)
        {
            return;
        }

        try
        {
            using var client = new RuntimeApiClient(endpoint);
            client.FailInitializationAsync(error, CancellationToken.None).Wait(s_patience);
        }
        catch (AggregateException)
        {
            // The process is about to end with the error that matters.
        }
    }
}
