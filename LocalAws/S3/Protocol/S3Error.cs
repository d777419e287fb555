using System.Xml.Linq;

namespace LocalAws.S3.Protocol;

/// <summary>An answer of S3's error catalogue ("Error responses" in the S3 API reference).</summary>
internal sealed record S3Error(int StatusCode, string Code, string Message) : IResult
{
    private IReadOnlyList<(string Name, string? Value)> Details { get; init; } = [];

    public static S3Error BadDigest(string name) =>
        new(400, "BadDigest", $"The {name} you specified did not match the calculated checksum.");

    public static S3Error EntityTooLarge(long maximum) =>
        new S3Error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size").With(("MaxSizeAllowed", $"{maximum}"));

    public static S3Error IncompleteBody(string message) => new(400, "IncompleteBody", message);

    public static S3Error InternalError() => new(500, "InternalError", "We encountered an internal error. Please try again.");

    public static S3Error InvalidArgument(string message) => new(400, "InvalidArgument", message);

    public static S3Error InvalidRange() => new(416, "InvalidRange", "The requested range is not satisfiable");

    public static S3Error InvalidRequest(string message) => new(400, "InvalidRequest", message);

    public static S3Error MalformedXml() => new(
        400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema.");

    public static S3Error MethodNotAllowed() => new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");

    public static S3Error NoSuchBucket(string bucket) =>
        new S3Error(404, "NoSuchBucket", "The specified bucket does not exist").With(("BucketName", bucket));

    public static S3Error NoSuchKey(string key) => new S3Error(404, "NoSuchKey", "The specified key does not exist.").With(("Key", key));

    public static S3Error NotImplemented(string what) =>
        new(501, "NotImplemented", $"{what} implies functionality that is not implemented.");

    public static S3Error NotModified() => new(304, "NotModified", "Not Modified");

    public static S3Error PreconditionFailed(string condition) =>
        new S3Error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")
            .With(("Condition", condition));

    /// <summary>The same with further elements; those without a value are left out.</summary>
    public S3Error With(params (string Name, string? Value)[] details) => this with { Details = [.. Details, .. details] };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCode;
        return StatusCode == StatusCodes.Status304NotModified ? Task.CompletedTask : new XmlResult(new XElement(
            "Error",
            new XElement("Code", Code),
            new XElement("Message", Message),
            Details.Where(detail => detail.Value is not null).Select(detail => new XElement(detail.Name, detail.Value)),
            new XElement("RequestId", RequestId.Of(httpContext)))).ExecuteAsync(httpContext);
    }
}
