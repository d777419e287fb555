using LocalAws.S3.Objects;
using LocalAws.S3.Operations;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Routing;

/// <summary>All that is implemented. The first route that matches is the operation, so the more special ones stand first.</summary>
internal sealed class RouteTable(BucketStore buckets, ObjectStore objects, UploadStore uploads, SigV4Verifier verifier, TimeProvider time, IOptions<S3Options> options)
{
    private readonly Route[] _routes =
    [
        new(Level.Service, "GET", new ListBuckets(buckets, options)),

        new(Level.Bucket, "GET", new GetBucketLocation(options), "location"),
        new(Level.Bucket, "GET", new ListMultipartUploads(uploads), "uploads"),
        new(Level.Bucket, "GET", new ListObjectsV2(objects), "list-type"),
        new(Level.Bucket, "POST", new DeleteObjects(objects), "delete"),
        new(Level.Bucket, "POST", new PostObject(objects, verifier, time)) { When = PostObject.IsForm, IsSignedByPolicy = true },
        .. BucketConfiguration.All.SelectMany(kind => (Route[])
        [
            new(Level.Bucket, "GET", new GetBucketConfiguration(kind, buckets), kind.SubResource),
            new(Level.Bucket, "PUT", new PutBucketConfiguration(kind, buckets), kind.SubResource),
            new(Level.Bucket, "DELETE", new DeleteBucketConfiguration(kind, buckets), kind.SubResource),
        ]),
        new(Level.Bucket, "HEAD", new HeadBucket(options)),
        new(Level.Bucket, "GET", new ListObjects(objects)),
        new(Level.Bucket, "PUT", new CreateBucket(buckets, options)) { NeedsBucket = false },
        new(Level.Bucket, "DELETE", new DeleteBucket(buckets)),

        new(Level.Object, "GET", new GetObjectTagging(objects), "tagging"),
        new(Level.Object, "PUT", new PutObjectTagging(objects), "tagging"),
        new(Level.Object, "DELETE", new DeleteObjectTagging(objects), "tagging"),
        new(Level.Object, "POST", new CreateMultipartUpload(uploads), "uploads"),
        new(Level.Object, "PUT", new UploadPartCopy(buckets, objects, uploads), "uploadId", "partNumber") { When = CopySource.IsNamed },
        new(Level.Object, "PUT", new UploadPart(objects, uploads), "uploadId", "partNumber"),
        new(Level.Object, "GET", new ListParts(uploads), "uploadId"),
        new(Level.Object, "POST", new CompleteMultipartUpload(objects, uploads), "uploadId"),
        new(Level.Object, "DELETE", new AbortMultipartUpload(uploads), "uploadId"),
        new(Level.Object, "GET", new GetObject(objects)),
        new(Level.Object, "HEAD", new HeadObject(objects)),
        new(Level.Object, "PUT", new CopyObject(objects, buckets)) { When = CopySource.IsNamed },
        new(Level.Object, "PUT", new PutObject(objects)),
        new(Level.Object, "DELETE", new DeleteObject(objects)),
    ];

    public Outcome<Route> Find(S3Request request)
    {
        var level = request switch
        {
            { BucketName: "", Key: "" } => Level.Service,
            { Key: "" } => Level.Bucket,
            _ => Level.Object,
        };
        return _routes.FirstOrDefault(route => route.Matches(level, request)) switch
        {
            null => S3Error.MethodNotAllowed(),
            { } route when route.UnknownParameter(request) is { } parameter => S3Error.NotImplemented($"The parameter {parameter} you provided"),
            { } route => route,
        };
    }
}
