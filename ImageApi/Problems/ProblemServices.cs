namespace Iris.ImageApi.Problems;

internal static class ProblemServices
{
    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddExceptionHandler<ExceptionProblems>()
        .AddProblemDetails()
        // In every environment alike: the contract does not depend on where it runs.
        .Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);

    public static void UseProblems(this IApplicationBuilder app)
    {
        _ = app.UseExceptionHandler();
        _ = app.UseStatusCodePages(static context => new OtherProblem(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }
}
