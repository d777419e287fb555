namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>How the loop runs.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host, port and optional path of the Runtime API; by default the environment variable AWS_LAMBDA_RUNTIME_API.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
