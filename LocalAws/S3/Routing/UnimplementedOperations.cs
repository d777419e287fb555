using LocalAws.S3.Protocol;

namespace LocalAws.S3.Routing;

/// <summary>
/// Operations that S3 has and Iris never calls, by what marks them in a request: each is refused by its name in the API reference.
/// </summary>
internal static class UnimplementedOperations
{
    private static readonly (Level Level, string Method, string? Marker, string Name)[] s_operations =
    [
        (Level.Bucket, "GET", "acl", "GetBucketAcl"),
        (Level.Bucket, "GET", "encryption", "GetBucketEncryption"),
        (Level.Bucket, "PUT", "encryption", "PutBucketEncryption"),
        (Level.Bucket, "GET", "lifecycle", "GetBucketLifecycleConfiguration"),
        (Level.Bucket, "PUT", "lifecycle", "PutBucketLifecycleConfiguration"),
        (Level.Bucket, "GET", "location", "GetBucketLocation"),
        (Level.Bucket, "GET", "policy", "GetBucketPolicy"),
        (Level.Bucket, "PUT", "policy", "PutBucketPolicy"),
        (Level.Bucket, "GET", "tagging", "GetBucketTagging"),
        (Level.Bucket, "PUT", "tagging", "PutBucketTagging"),
        (Level.Bucket, "GET", "uploads", "ListMultipartUploads"),
        (Level.Bucket, "GET", "versioning", "GetBucketVersioning"),
        (Level.Bucket, "PUT", "versioning", "PutBucketVersioning"),
        (Level.Bucket, "GET", "versions", "ListObjectVersions"),
        (Level.Bucket, "GET", null, "ListObjects"),
        (Level.Bucket, "POST", null, "PostObject"),
        (Level.Bucket, "DELETE", null, "DeleteBucket"),

        (Level.Object, "GET", "acl", "GetObjectAcl"),
        (Level.Object, "PUT", "acl", "PutObjectAcl"),
        (Level.Object, "GET", "attributes", "GetObjectAttributes"),
        (Level.Object, "GET", "tagging", "GetObjectTagging"),
        (Level.Object, "PUT", "tagging", "PutObjectTagging"),
        (Level.Object, "DELETE", "tagging", "DeleteObjectTagging"),
        (Level.Object, "POST", "uploads", "CreateMultipartUpload"),
        (Level.Object, "PUT", "uploadId", "UploadPart"),
        (Level.Object, "GET", "uploadId", "ListParts"),
        (Level.Object, "POST", "uploadId", "CompleteMultipartUpload"),
        (Level.Object, "DELETE", "uploadId", "AbortMultipartUpload"),
    ];

    /// <returns>Null when the request is for none of them.</returns>
    public static string? Find(Level level, S3Request request) => s_operations.FirstOrDefault(operation =>
        operation.Level == level
        && operation.Method == request.Http.Request.Method
        && (operation.Marker is { } marker ? request.Query(marker) is not null : request.QueryNames.All(Route.IsParameter))).Name;
}
