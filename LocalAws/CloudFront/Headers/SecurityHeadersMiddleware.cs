namespace LocalAws.CloudFront.Headers;

internal sealed class SecurityHeadersMiddleware(RequestDelegate next, SecurityHeaders headers)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var (headers, response) = ((SecurityHeaders, HttpResponse))state;
                headers.Apply(response);
                return Task.CompletedTask;
            },
            (headers, context.Response));
        return next(context);
    }
}
