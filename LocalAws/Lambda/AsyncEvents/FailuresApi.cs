namespace LocalAws.Lambda.AsyncEvents;

/// <summary>The on-failure queue of a laptop: look, send again, forget. On AWS it is an SQS queue with a redrive.</summary>
internal static class FailuresApi
{
    public static void MapFailures(this IEndpointRouteBuilder app)
    {
        var failures = app.MapGroup("/_local/failures");
        failures.MapGet("", List);
        failures.MapPost("/redrive", Redrive);
        failures.MapDelete("", Delete);
    }

    private static IResult List(FailureStore store, string? function = null) =>
        TypedResults.Json(store.List(Of(function)), LambdaJson.Relaxed.IReadOnlyCollectionFailureRecord);

    private static async Task<IResult> Redrive(HttpRequest request, EventQueue queue, CancellationToken cancellationToken)
    {
        RedriveRequest? chosen = null;
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            chosen = await request.ReadFromJsonAsync(LambdaJson.Default.RedriveRequest, cancellationToken);
        }

        var redriven = await queue.RedriveAsync(failure =>
            Of(chosen?.Function)(failure) && chosen?.Ids?.Contains(failure.RequestContext.RequestId) is not false);
        return TypedResults.Json(new RedriveResponse(redriven), LambdaJson.Default.RedriveResponse);
    }

    private static async Task<IResult> Delete(EventQueue queue, string? function = null) =>
        TypedResults.Json(new DeleteResponse(await queue.DeleteFailuresAsync(Of(function))), LambdaJson.Default.DeleteResponse);

    private static Func<FailureRecord, bool> Of(string? function) => failure => function is null || failure.Function == function;
}

/// <summary>Which failures to send again; all, when nothing is said.</summary>
internal sealed record RedriveRequest(IReadOnlyList<string>? Ids = null, string? Function = null);

internal sealed record RedriveResponse(int Redriven);

internal sealed record DeleteResponse(int Deleted);
