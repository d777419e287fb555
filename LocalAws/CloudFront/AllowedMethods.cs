namespace LocalAws.CloudFront;

/// <summary>The methods that a behaviour forwards; the others end here.</summary>
internal static class AllowedMethods
{
    public static Func<HttpContext, RequestDelegate, Task> Only(params string[] methods) => (context, next) =>
    {
        if (methods.Contains(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Task.CompletedTask;
    };
}
