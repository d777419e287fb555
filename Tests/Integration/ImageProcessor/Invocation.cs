using Amazon.Lambda.Core;

namespace Iris.Tests.Integration.ImageProcessor;

/// <summary>What Lambda says about one invocation.</summary>
internal sealed class Invocation(string requestId) : ILambdaContext
{
    public string AwsRequestId => requestId;

    public IClientContext? ClientContext => null;

    public ICognitoIdentity? Identity => null;

    public string FunctionName => "ImageProcessor";

    public string FunctionVersion => "$LATEST";

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor";

    public ILambdaLogger Logger => throw new NotSupportedException();

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 1024;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(30);

    public string TraceId => "";
}
