namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What sends HTTP requests to the function. Of Amazon's three event sources this one is here.</summary>
public enum LambdaEventSource
{
    /// <summary>An API Gateway HTTP API, or a function URL: payload format 2.0.</summary>
    HttpApi = 1,
}
