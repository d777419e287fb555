namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares the function in Lambda's init phase.</summary>
/// <returns>Whether the function can take invocations.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();
