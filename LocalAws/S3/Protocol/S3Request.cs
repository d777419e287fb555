using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Protocol;

/// <summary>A request in S3's terms, read from the same decoded target that its signature covers.</summary>
internal sealed class S3Request
{
    private readonly RequestTarget _target;

    public S3Request(HttpContext http, RequestTarget target)
    {
        Http = http;
        _target = target;
        var slash = target.Path.IndexOf('/', 1);
        BucketName = slash < 0 ? target.Path[1..] : target.Path[1..slash];
        Key = slash < 0 ? "" : target.Path[(slash + 1)..];
    }

    public HttpContext Http { get; }

    /// <summary>Path style, <c>/bucket/key</c>; empty for the service itself.</summary>
    public string BucketName { get; }

    /// <summary>Empty for the bucket itself.</summary>
    public string Key { get; }

    public IEnumerable<string> QueryNames => _target.Query.Select(pair => pair.Key);

    /// <summary>Set once the signature holds.</summary>
    public SigV4Verified? Signature { get; set; }

    public string? Query(string name) => _target[name];

    /// <summary>A header, or, as presigners may move them there, an <c>x-amz-</c> parameter of the query.</summary>
    public string? Header(string name) =>
        Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString()
        : name.StartsWith("x-amz-", StringComparison.Ordinal) ? _target.Query.FirstOrDefault(IsNamed(name)).Value
        : null;

    /// <summary>Every header, and every <c>x-amz-</c> parameter of the query.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers() =>
        Http.Request.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value.ToString()))
            .Concat(_target.Query
                .Where(pair => pair.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
                .Select(pair => KeyValuePair.Create(pair.Key.ToLowerInvariant(), pair.Value)));

    private static Func<KeyValuePair<string, string>, bool> IsNamed(string name) =>
        pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}

internal static class RequestId
{
    private const string Header = "x-amz-request-id";

    public static void Assign(HttpContext context) =>
        context.Response.Headers[Header] = Convert.ToHexString(Guid.CreateVersion7().ToByteArray(bigEndian: true).AsSpan(8));

    public static string Of(HttpContext context) => context.Response.Headers[Header].ToString();
}

/// <summary>One operation of the S3 API. It is called with a verified signature, and on a bucket that exists.</summary>
internal interface IOperation
{
    /// <summary>The operation's name in the API reference, for spans and metrics.</summary>
    string Name => GetType().Name;

    Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken);
}
