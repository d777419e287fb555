using LocalAws.S3.Protocol;

namespace LocalAws.S3.Routing;

/// <summary>What a path names.</summary>
internal enum Level
{
    Service,
    Bucket,
    Object,
}

/// <summary>
/// An operation, and the requests that are meant for it: by level, method, and the sub-resource that marks them in the query.
/// </summary>
internal sealed record Route(Level Level, string Method, IOperation Operation, params string[] Markers)
{
    // Parameters that refine an operation and never choose one.
    private static readonly string[] s_parameters =
    [
        "x-id", "encoding-type", "prefix", "delimiter", "max-keys", "marker", "start-after", "continuation-token", "fetch-owner",
        "response-content-type", "response-content-language", "response-expires", "response-cache-control",
        "response-content-disposition", "response-content-encoding",
    ];

    /// <summary>What else has to hold, of the headers.</summary>
    public Func<S3Request, bool> When { get; init; } = static _ => true;

    /// <summary>Whether the bucket has to exist.</summary>
    public bool NeedsBucket { get; init; } = Level != Level.Service;

    public bool Matches(Level level, S3Request request) =>
        Level == level
        && Method == request.Http.Request.Method
        && Markers.All(marker => request.Query(marker) is not null)
        && When(request);

    /// <summary>
    /// A parameter that this operation would have to ignore. Ignoring it is how <c>PUT ?tagging</c> overwrites an image with XML.
    /// </summary>
    public string? UnknownParameter(S3Request request) => request.QueryNames.FirstOrDefault(name =>
        !Markers.Contains(name) && !IsParameter(name));

    public static bool IsParameter(string name) =>
        s_parameters.Contains(name) || name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase);
}
