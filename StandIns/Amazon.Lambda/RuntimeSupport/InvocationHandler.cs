using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Handles one event and writes the result, if there is one, to <paramref name="output"/>.</summary>
internal delegate Task InvocationHandler(Stream input, ILambdaContext context, Stream output);
