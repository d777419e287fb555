using LocalAws.S3.Protocol;

namespace LocalAws.S3.Storage;

/// <summary>What a write demands of the object that is there, decided at the moment of the write.</summary>
/// <param name="IfMatch">An entity tag, or <c>*</c> for any object.</param>
/// <param name="IfNoneMatch">Only <c>*</c>: nothing may be there.</param>
internal readonly record struct Precondition(string? IfMatch, string? IfNoneMatch)
{
    public static Precondition Of(S3Request request) => new(request.Header("if-match"), request.Header("if-none-match"));

    public S3Error? Check(string key, StoredObject? current) => this switch
    {
        { IfNoneMatch: not (null or "*") } =>
            S3Error.NotImplemented("An If-None-Match that names an entity tag").With(("Header", "If-None-Match")),
        { IfNoneMatch: "*" } when current is not null => S3Error.PreconditionFailed("If-None-Match"),
        { IfMatch: not null } when current is null => S3Error.NoSuchKey(key),
        { IfMatch: { } etag } when etag != "*" && etag.Trim('"') != current!.ETag => S3Error.PreconditionFailed("If-Match"),
        _ => null,
    };
}
