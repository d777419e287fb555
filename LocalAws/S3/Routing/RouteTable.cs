using LocalAws.S3.Objects;
using LocalAws.S3.Operations;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Routing;

/// <summary>All that is implemented. The first route that matches is the operation, so the more special ones stand first.</summary>
internal sealed class RouteTable(BucketStore buckets, ObjectStore objects, IOptions<S3Options> options)
{
    private readonly Route[] _routes =
    [
        new(Level.Service, "GET", new ListBuckets(buckets, options)),

        new(Level.Bucket, "GET", new ListObjectsV2(objects), "list-type"),
        new(Level.Bucket, "POST", new DeleteObjects(objects), "delete"),
        .. BucketConfiguration.All.SelectMany(kind => (Route[])
        [
            new(Level.Bucket, "GET", new GetBucketConfiguration(kind, buckets), kind.SubResource),
            new(Level.Bucket, "PUT", new PutBucketConfiguration(kind, buckets), kind.SubResource),
            new(Level.Bucket, "DELETE", new DeleteBucketConfiguration(kind, buckets), kind.SubResource),
        ]),
        new(Level.Bucket, "HEAD", new HeadBucket(options)),
        new(Level.Bucket, "PUT", new CreateBucket(buckets, options)) { NeedsBucket = false },

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
        var route = _routes.FirstOrDefault(route => route.Matches(level, request));
        var parameter = route is null
            ? request.QueryNames.FirstOrDefault(name => !Route.IsParameter(name))
            : route.UnknownParameter(request);
        return (route, parameter, UnimplementedOperations.Find(level, request)) switch
        {
            ({ }, null, _) => route,
            (_, _, { } operation) => S3Error.NotImplemented($"The operation {operation}"),
            (_, { }, null) => S3Error.NotImplemented($"The parameter {parameter} you provided"),
            _ => S3Error.MethodNotAllowed(),
        };
    }
}
