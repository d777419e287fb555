namespace LocalAws.S3Notifications;

/// <summary>From where to where: the settings below <c>S3Notifications</c>, and <c>AWS_ENDPOINT_URL_LAMBDA</c>.</summary>
internal sealed class S3NotificationsOptions
{
    public const string Section = "S3Notifications";

    /// <summary>The queue that a bucket's notification configuration names.</summary>
    public Uri? QueueUrl { get; set; }

    /// <summary>The function that S3 would invoke if it could reach it.</summary>
    public string FunctionName { get; set; } = "";

    /// <summary>Where Lambda is.</summary>
    public Uri? LambdaEndpoint { get; set; }

    public Uri InvocationUrl => new($"{LambdaEndpoint!.AbsoluteUri.TrimEnd('/')}/2015-03-31/functions/{Uri.EscapeDataString(FunctionName)}/invocations");
}
