using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>Sends what has been collected, for a process that is about to be frozen.</summary>
public static class TelemetryFlush
{
    // A collector on the same machine answers in milliseconds. One that does not must not keep the next invocation waiting.
    private const int LimitMilliseconds = 500;

    /// <summary>Exports spans, metrics and logs that wait in their batches. Without an exporter it does nothing.</summary>
    public static ValueTask FlushTelemetryAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var (tracing, metrics, logs) = (services.GetService<TracerProvider>(), services.GetService<MeterProvider>(), services.GetService<LoggerProvider>());

        return (tracing, metrics, logs) is (null, null, null)
            ? ValueTask.CompletedTask
            : new(Task.WhenAll(
                Task.Run(() => tracing?.ForceFlush(LimitMilliseconds), cancellationToken),
                Task.Run(() => metrics?.ForceFlush(LimitMilliseconds), cancellationToken),
                Task.Run(() => logs?.ForceFlush(LimitMilliseconds), cancellationToken)));
    }
}
