using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds the loop that takes invocations from the Runtime API, calls the handler and sends back what it answers.</summary>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler) => _handler = handler;

    /// <summary>For a handler that reads and writes documents itself.</summary>
    /// <param name="handler">Called for each invocation.</param>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async (input, context, output) =>
        {
            await using var result = await handler(input, context);
            await result.CopyToAsync(output);
        });

    /// <summary>For a handler without a result, such as that of an event.</summary>
    /// <typeparam name="TInput">The event.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the event.</param>
    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new((input, context, _) => handler(serializer.Deserialize<TInput>(input), context));

    /// <summary>For a handler with a result.</summary>
    /// <typeparam name="TInput">The event.</typeparam>
    /// <typeparam name="TOutput">The result.</typeparam>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="serializer">Reads the event and writes the result.</param>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (input, context, output) =>
            serializer.Serialize(await handler(serializer.Deserialize<TInput>(input), context), output));

    /// <summary>Runs <paramref name="lambdaBootstrapInitializer"/> once before the first invocation, in Lambda's init phase.</summary>
    /// <param name="lambdaBootstrapInitializer">Answers false, or throws, when the function cannot start.</param>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Changes where the Runtime API is, for a test.</summary>
    /// <param name="options">Changes the options.</param>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <summary>The loop, ready to run.</summary>
    /// <exception cref="InvalidOperationException">Neither the options nor AWS_LAMBDA_RUNTIME_API say where the Runtime API is.</exception>
    public LambdaBootstrap Build() => new(_handler, _options, _initializer);
}
