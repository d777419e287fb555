using LocalAws.S3.Bodies;
using LocalAws.S3.Multipart;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class UploadPart(ObjectStore objects, UploadStore uploads) : IOperation
{
    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (PartNumber.TryRead(request.Query("partNumber")) is not { } number)
        {
            return PartNumber.Invalid();
        }

        if (!uploads.Find(request.Bucket, request.Query("uploadId")!, request.Key).TryGet(out var upload, out var error))
        {
            return error;
        }

        using var file = objects.Stage();
        if (!(await ObjectBody.Receive(request, file, cancellationToken)).TryGet(out var body, out error)
            || !uploads.PutPart(request.Bucket, upload, number, file, body.ETag, body.Checksums).TryGet(out var part, out error))
        {
            return error;
        }

        request.Http.Response.Headers.ETag = S3Xml.Quote(part.ETag);
        part.Checksums.WriteTo(request.Http.Response.Headers);
        return Results.Ok();
    }
}
