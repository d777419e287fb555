using Amazon.Lambda.Core;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>What Lambda says about one invocation.</summary>
internal sealed class Invocation(string requestId) : ILambdaContext
{
    public string AwsRequestId => requestId;

    public IClientContext? ClientContext => null;

    public ICognitoIdentity? Identity => null;

    public string FunctionName => "ImageProcessor";

    public string FunctionVersion => "$LATEST";

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:123456789012:function:ImageProcessor:live";

    public ILambdaLogger Logger => throw new NotSupportedException();

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 1769;

    // Enough for a debug build on a machine that is busy.
    public TimeSpan RemainingTime { get; } = TimeSpan.FromMinutes(2);

    public string TraceId => "";
}
