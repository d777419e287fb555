using LocalAws.S3.Protocol;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Routing;

/// <summary>The door: nobody gets past it without a signature.</summary>
internal sealed class SignatureMiddleware(RequestDelegate next, SigV4Verifier verifier, RouteTable routes)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Features.GetRequiredFeature<S3Request>();
        switch (verifier.Verify(context.Request))
        {
            case SigV4Verified verified:
                request.Signature = verified;
                return next(context);
            // A form carries its signature inside, where nobody looks.
            case SigV4Refusal { Fault: SigV4Fault.Missing } when Unimplemented(request) is { } error:
                return error.ExecuteAsync(context);
            case SigV4Refusal refusal:
                return ErrorOf(refusal).ExecuteAsync(context);
            default:
                throw new InvalidOperationException("A verification either holds or is refused.");
        }
    }

    private S3Error? Unimplemented(S3Request request) =>
        routes.Find(request).TryGet(out _, out var error) || error.StatusCode != StatusCodes.Status501NotImplemented ? null : error;

    // A mismatch says what was signed here, which is half of finding the fault.
    private static S3Error ErrorOf(SigV4Refusal refusal)
    {
        var (statusCode, code) = refusal.S3Error;
        return new S3Error(statusCode, code, refusal.Message)
            .With(("StringToSign", refusal.StringToSign), ("CanonicalRequest", refusal.CanonicalRequest));
    }
}
