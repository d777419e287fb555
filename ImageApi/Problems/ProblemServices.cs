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
        _ = app.UseStatusCodePages(static context => ProblemOf(context.HttpContext).ExecuteAsync(context.HttpContext));
    }

    private static Problem ProblemOf(HttpContext http) =>
        Unbound.In(http) is [_, ..] names ? new InvalidRequest(names) : new OtherProblem(http.Response.StatusCode);
}
