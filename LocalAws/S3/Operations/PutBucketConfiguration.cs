using System.Xml.Linq;
using LocalAws.S3.Bodies;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

internal sealed class PutBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Put" + kind.Name;

    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        var body = await XmlBody.Read(request, kind.Root, cancellationToken);
        return !body.TryGet(out var configuration, out var error)
            ? error
            : kind.Validate(configuration)
            ?? buckets.Configure(request.Bucket, kind.SubResource, configuration.ToString(SaveOptions.DisableFormatting))
            ?? Results.Ok();
    }
}
