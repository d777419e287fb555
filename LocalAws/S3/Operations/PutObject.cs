using LocalAws.S3.Bodies;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class PutObject(ObjectStore objects) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!ObjectHeaders.Select(request.Headers()).TryGet(out var headers, out var error))
        {
            return error;
        }

        // Most second writes end here, before their body is sent; the put below decides.
        var precondition = Precondition.Of(request);
        if (precondition.Check(request.Key, objects.Find(request.Bucket, request.Key)) is { } refusal)
        {
            return refusal;
        }

        using var file = objects.Stage();
        if (!(await RequestBody.Receive(request, file, cancellationToken)).TryGet(out var body, out error))
        {
            return error;
        }

        var draft = new ObjectDraft(request.Key, body.ETag, headers, body.Checksums);
        if (!objects.Put(request.Bucket, draft, file, precondition, Cause.Of(request, "ObjectCreated:Put")).TryGet(out var stored, out error))
        {
            return error;
        }

        request.Http.Response.Headers.ETag = S3Xml.Quote(stored.ETag);
        stored.Checksums.WriteTo(request.Http.Response.Headers);
        return Results.Ok();
    }
}
