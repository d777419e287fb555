using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class AbortMultipartUpload(UploadStore uploads) : IOperation
{
    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) =>
        Task.FromResult(uploads.Abort(request.Bucket, request.Query("uploadId")!, request.Key) ?? Results.NoContent());
}
