namespace Iris.Ops.Aws;

/// <summary>AWS, or the AWS CLI before it, refused a call.</summary>
internal sealed class AwsException(string code, string operation, string message)
    : Exception(operation is "" ? message : $"{operation}: {message} ({code})")
{
    public string Code => code;

    /// <summary>What AWS said, without the operation and the code.</summary>
    public string Reason => message;
}
