using LocalAws.Shared;

namespace LocalAws.S3;

internal sealed class S3Options
{
    /// <summary><c>S3:DataDirectory</c>: objects, metadata and undelivered events live here.</summary>
    public string DataDirectory { get; set; } = "";

    /// <summary><c>AWS_ENDPOINT_URL_LAMBDA</c>: where events are delivered. Without it they wait in the outbox.</summary>
    public Uri? LambdaEndpoint { get; set; }

    /// <summary><c>AWS_REGION</c>.</summary>
    public string Region { get; set; } = LocalAccount.Region;
}
