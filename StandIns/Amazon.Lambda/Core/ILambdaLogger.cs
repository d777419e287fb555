namespace Amazon.Lambda.Core;

/// <summary>The function's log: lines on standard output, which Lambda sends to CloudWatch.</summary>
public interface ILambdaLogger
{
    /// <summary>Writes without a line end.</summary>
    /// <param name="message">The text.</param>
    void Log(string message);

    /// <summary>Writes one line.</summary>
    /// <param name="message">The text.</param>
    void LogLine(string message);
}
