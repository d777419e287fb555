using LocalAws.Lambda.Invocations;
using LocalAws.Shared.SigV4;

namespace LocalAws.Lambda.InvokeApi;

/// <summary>
/// Lets through what is signed with the local keys, as Lambda does.
/// </summary>
internal sealed class SignedRequests(SigV4Verifier signatures) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var (body, _) = await Payloads.ReadAsync(request, Payloads.MaximumSynchronousBytes, context.HttpContext.RequestAborted);
        if (body is null)
        {
            return ServiceError.TooLarge(Payloads.MaximumSynchronousBytes);
        }

        request.Body = new MemoryStream(body, writable: false);
        return signatures.Verify(request, PayloadHash.Of(body)) is SigV4Refusal refusal
            ? ServiceError.NotSigned(refusal)
            : await next(context);
    }
}
