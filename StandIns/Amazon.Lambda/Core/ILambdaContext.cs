namespace Amazon.Lambda.Core;

/// <summary>What Lambda says about the invocation that is being handled and the environment that handles it.</summary>
public interface ILambdaContext
{
    /// <summary>The id of the request; the same in every retry of one event.</summary>
    string AwsRequestId { get; }

    /// <summary>The app that called through the Mobile SDK; null when none did.</summary>
    IClientContext? ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The version that runs, for example <c>$LATEST</c>.</summary>
    string FunctionVersion { get; }

    /// <summary>Who called through the Mobile SDK; null when nobody did.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN by which the function was invoked; it names the alias when one was used.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The CloudWatch log group, empty outside AWS.</summary>
    string LogGroupName { get; }

    /// <summary>The CloudWatch log stream, empty outside AWS.</summary>
    string LogStreamName { get; }

    /// <summary>The configured memory, in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>The time left before Lambda ends the invocation; never negative.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The X-Ray trace header of this invocation, empty when there is none.</summary>
    string TraceId { get; }
}
