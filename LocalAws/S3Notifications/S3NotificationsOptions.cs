using LocalAws.Shared;
using Microsoft.Extensions.Options;

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

    public Uri InvocationUrl =>
        new($"{LambdaEndpoint!.AbsoluteUri.TrimEnd('/')}/2015-03-31/functions/{Uri.EscapeDataString(FunctionName)}/invocations");
}

internal sealed class S3NotificationsOptionsValidation : IValidateOptions<S3NotificationsOptions>
{
    public ValidateOptionsResult Validate(string? name, S3NotificationsOptions options)
    {
        var failures = Failures(options).ToArray();
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(S3NotificationsOptions options)
    {
        if (!IsHttp(options.QueueUrl))
        {
            yield return "S3Notifications:QueueUrl must be the URL of the queue that the bucket notifies.";
        }

        if (options.FunctionName.Length == 0)
        {
            yield return "S3Notifications:FunctionName must name the function that takes the events.";
        }

        if (!IsHttp(options.LambdaEndpoint))
        {
            yield return $"AWS_ENDPOINT_URL_LAMBDA must be the http(s) URL of the local Lambda, for example {LocalAccount.Lambda}.";
        }
    }

    private static bool IsHttp(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
