using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>What the console log of a stack says.</summary>
internal static partial class ProvisioningMessages
{
    [LoggerMessage(1, LogLevel.Information, "The stack {Stack} is as its template says: nothing to do")]
    public static partial void Unchanged(this ILogger logger, string stack);

    [LoggerMessage(2, LogLevel.Information, "{Doing} the stack {Stack}")]
    public static partial void Executing(this ILogger logger, string doing, string stack);

    [LoggerMessage(3, LogLevel.Information, "Removing what is left of the stack {Stack}, whose creation failed before")]
    public static partial void Removing(this ILogger logger, string stack);

    [LoggerMessage(4, LogLevel.Information, "{Event}")]
    public static partial void ResourceChanged(this ILogger logger, StackEvent @event);

    [LoggerMessage(5, LogLevel.Error, "{Event}")]
    public static partial void ResourceFailed(this ILogger logger, StackEvent @event);

    [LoggerMessage(6, LogLevel.Information, "{Output} = {Value}")]
    public static partial void Output(this ILogger logger, string output, string value);

    [LoggerMessage(7, LogLevel.Error, "{Reason}")]
    public static partial void Failed(this ILogger logger, string reason);
}
