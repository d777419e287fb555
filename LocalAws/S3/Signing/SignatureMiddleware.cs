using LocalAws.S3.Protocol;
using LocalAws.S3.Routing;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Signing;

/// <summary>The door: nobody gets past it without a signature, but a form whose policy is signed.</summary>
internal sealed class SignatureMiddleware(RequestDelegate next, SigV4Verifier verifier, RouteTable routes)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<S3Request>();
        if (routes.Find(request).TryGet(out var route, out _) && route.IsSignedByPolicy)
        {
            return next(context);
        }

        switch (verifier.Verify(context.Request))
        {
            case SigV4Verified verified:
                request.Signature = verified;
                return next(context);
            case SigV4Refusal refusal:
                return SignatureError.From(refusal).ExecuteAsync(context);
            default:
                throw new InvalidOperationException("A verification either holds or is refused.");
        }
    }
}
