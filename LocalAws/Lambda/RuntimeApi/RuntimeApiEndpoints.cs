using LocalAws.Lambda.Functions;

namespace LocalAws.Lambda.RuntimeApi;

/// <summary>
/// The Runtime API, one for each function below the function's name:
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"/>.
/// </summary>
internal static class RuntimeApiEndpoints
{
    public static void MapRuntimeApi(this IEndpointRouteBuilder app)
    {
        var runtime = app.MapGroup("/{function}/2018-06-01/runtime").AddEndpointFilter(RequireFunctionName);
        runtime.MapGet("/invocation/next", NextInvocation.HandleAsync);
        runtime.MapPost("/invocation/{requestId}/response", InvocationAnswers.RespondAsync);
        runtime.MapPost("/invocation/{requestId}/error", InvocationAnswers.FailAsync);
        runtime.MapPost("/init/error", InvocationAnswers.FailInitializationAsync);
    }

    private static async ValueTask<object?> RequireFunctionName(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("function") is string name && FunctionName.IsValid(name)
            ? await next(context)
            : TypedResults.NotFound();
}
