using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes log entries as console lines that carry the time as the orchestrator writes it.</summary>
internal sealed class ConsoleLogWriter(ConsoleLog[] logs) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
        var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.Message}";
        foreach (var line in text.Split('\n'))
        {
            foreach (var log in logs)
            {
                log.Append($"{time} {line.TrimEnd('\r')}", logLevel >= LogLevel.Warning);
            }
        }
    }
}
