using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the host writes into the console logs of resources.</summary>
internal static partial class ResourceLogMessages
{
    [LoggerMessage(1, LogLevel.Error, "The command '{Command}' failed.")]
    public static partial void CommandFailed(this ILogger logger, Exception exception, string command);

    [LoggerMessage(2, LogLevel.Information, "Waiting for {Dependencies}.")]
    public static partial void WaitingFor(this ILogger logger, string dependencies);

    [LoggerMessage(3, LogLevel.Error, "Could not start: {Reason}")]
    public static partial void CouldNotStart(this ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Information, "Building {Project}, whose sources have changed.")]
    public static partial void BuildingProject(this ILogger logger, string project);

    [LoggerMessage(5, LogLevel.Information, "{Line}")]
    public static partial void BuildOutput(this ILogger logger, string line);

    [LoggerMessage(6, LogLevel.Error, "{Reason}")]
    public static partial void Ended(this ILogger logger, string reason);
}
