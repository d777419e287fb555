using LocalAws.CloudFront.Site;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.CloudFront.Paths;

internal sealed class PathGuardMiddleware(RequestDelegate next, NotFoundPage notFound)
{
    // Nothing is at such a path, and the answer does not say why: it is the same as for any other path without an object.
    public Task InvokeAsync(HttpContext context) =>
        PathGuard.Admits(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) ? next(context) : notFound.AnswerAsync(context);
}
