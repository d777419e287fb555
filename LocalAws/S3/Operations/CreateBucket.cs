using System.Xml.Linq;
using LocalAws.S3.Bodies;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Operations;

internal sealed class CreateBucket(BucketStore buckets, IOptions<S3Options> options) : IOperation
{
    // The first region has always let an owner create the same bucket again; the others say that it is there.
    private const string ForgivingRegion = "us-east-1";

    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        if (!BucketNames.IsValid(request.BucketName))
        {
            return new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.").With(("BucketName", request.BucketName));
        }

        if (request.Http.Request.ContentLength > 0)
        {
            var body = await XmlBody.Read(request, "CreateBucketConfiguration", cancellationToken);
            if (!body.TryGet(out var configuration, out var error))
            {
                return error;
            }

            if (Check(configuration) is { } refusal)
            {
                return refusal;
            }
        }

        if (!buckets.Create(request.BucketName) && options.Value.Region != ForgivingRegion)
        {
            return new S3Error(
                409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
        }

        request.Http.Response.Headers.Location = "/" + request.BucketName;
        return Results.Ok();
    }

    private S3Error? Check(XElement configuration) => configuration.Child("LocationConstraint") is { Length: > 0 } region && region != options.Value.Region
        ? new S3Error(
            400, "IllegalLocationConstraintException",
            $"The {region} location constraint is incompatible for the region specific endpoint this request was sent to.")
        : null;
}
