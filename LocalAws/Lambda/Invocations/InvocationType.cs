namespace LocalAws.Lambda.Invocations;

/// <summary>The values of X-Amz-Invocation-Type: <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>.</summary>
internal enum InvocationType
{
    RequestResponse,
    Event,
    DryRun,
}
