using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Objects;

/// <summary>The header <c>x-amz-copy-source</c>: <c>/bucket/percent-encoded%2Fkey</c>, the first slash optional.</summary>
internal sealed record CopySource(string BucketName, string Key)
{
    private const string Header = "x-amz-copy-source";

    public static bool IsNamed(S3Request request) => request.Header(Header) is not null;

    public static Outcome<CopySource> Read(S3Request request)
    {
        var source = request.Header(Header) ?? "";
        if (source.Contains('?'))
        {
            return S3Error.NotImplemented("The version in x-amz-copy-source you provided");
        }

        // A "+" stands for itself here: this is a path, not a form.
        var decoded = RequestTarget.TryParse("/" + source)?.Path.TrimStart('/').Split('/', 2);
        return decoded is [{ Length: > 0 } bucket, { Length: > 0 } key]
            ? new CopySource(bucket, key)
            : S3Error.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
    }

    public Outcome<OpenObject> Open(BucketStore buckets, ObjectStore objects) =>
        buckets.Find(BucketName) is not { } bucket ? S3Error.NoSuchBucket(BucketName)
        : objects.Open(bucket, Key) is { } open ? open
        : S3Error.NoSuchKey(Key);
}
