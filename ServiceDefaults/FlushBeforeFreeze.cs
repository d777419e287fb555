using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Iris.ServiceDefaults;

/// <summary>
/// Sends what telemetry waits in its batches before Lambda freezes the process, which it may do from the moment at which the function's
/// runtime asks for its next event. The answer to the last one has left by then, so nobody waits. The runtime is Amazon's and has no hook
/// there; but .NET announces every HTTP request to listeners, and sends it when they return.
/// </summary>
internal sealed class FlushBeforeFreeze(string runtimeApi, Action flush)
    : IHostedService, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>The part of its path that tells a call to the Runtime API from the function's own work.</summary>
    public const string RuntimeApiPath = "/2018-06-01/runtime/";

    private const string Request = "System.Net.Http.HttpRequestOut";
    private const string RequestStarts = $"{Request}.Start";

    private readonly Uri _nextEvent = new($"http://{runtimeApi.TrimEnd('/')}{RuntimeApiPath}invocation/next");
    private IDisposable? _listeners;
    private IDisposable? _requests;
    private bool _hasHadAnEvent;

    /// <summary>In a function, and nowhere else: exports spans, metrics and logs.</summary>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        if (builder.Configuration["AWS_LAMBDA_RUNTIME_API"] is { Length: > 0 } runtimeApi)
        {
            builder.Services.AddHostedService(services => new FlushBeforeFreeze(runtimeApi, () => Export(services)));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listeners?.Dispose();
        _requests?.Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "HttpHandlerDiagnosticListener")
        {
            _requests = listener.Subscribe(this, static name => name is Request or RequestStarts);
        }
    }

    public void OnNext(KeyValuePair<string, object?> announced)
    {
        if (announced.Key == RequestStarts && RequestOf(announced.Value)?.RequestUri == _nextEvent)
        {
            if (_hasHadAnEvent)
            {
                flush();
            }

            _hasHadAnEvent = true;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The runtime keeps the properties of what it hands to listeners.")]
    private static HttpRequestMessage? RequestOf(object? announced) =>
        announced?.GetType().GetProperty("Request")?.GetValue(announced) as HttpRequestMessage;

    private static void Export(IServiceProvider services)
    {
        // A collector on the same machine answers in milliseconds. One that does not must not keep the next invocation waiting.
        const int LimitMilliseconds = 500;

        Task.WaitAll(
            Task.Run(() => services.GetService<TracerProvider>()?.ForceFlush(LimitMilliseconds)),
            Task.Run(() => services.GetService<MeterProvider>()?.ForceFlush(LimitMilliseconds)),
            Task.Run(() => services.GetService<LoggerProvider>()?.ForceFlush(LimitMilliseconds)));
    }
}
