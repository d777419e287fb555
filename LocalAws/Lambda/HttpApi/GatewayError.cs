namespace LocalAws.Lambda.HttpApi;

/// <summary>API Gateway's own answers, when the function has none.</summary>
internal sealed record GatewayError(int Status, string Message)
{
    public static GatewayError NotFound { get; } = new(StatusCodes.Status404NotFound, "Not Found");

    public static GatewayError Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, "Unauthorized");

    public static GatewayError TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");

    /// <summary>The function failed, or its answer is not one: an HTTP API says 500 where a REST API says 502.</summary>
    public static GatewayError FunctionFailed { get; } = new(StatusCodes.Status500InternalServerError, "Internal Server Error");

    /// <summary>
    /// No sandbox takes the request, or none answers within the integration's limit: an HTTP API says 503 where a REST API says 504.
    /// </summary>
    public static GatewayError Unavailable { get; } = new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable");

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        await response.WriteAsync($$"""{"message":"{{Message}}"}""", response.HttpContext.RequestAborted);
    }
}
