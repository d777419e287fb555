using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace LocalAws.Provision;

/// <summary>Makes a bucket what its definition says, and says what it changed.</summary>
internal sealed partial class BucketProvisioning(IAmazonS3 s3, ILogger logger)
{
    public async Task ApplyAsync(string name, BucketDefinition definition, CancellationToken cancellationToken)
    {
        await CreateAsync(name, cancellationToken);
        await ApplyCorsAsync(name, definition.CorsRules, cancellationToken);
        await ApplyNotificationAsync(name, definition.LambdaConfigurations, cancellationToken);
        if (definition.OnAwsOnly.Keys is { Count: > 0 } ignored)
        {
            LogOnAwsOnly(name, string.Join(", ", ignored));
        }
    }

    private async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await s3.HeadBucketAsync(new HeadBucketRequest { BucketName = name }, cancellationToken);
            LogUnchanged(name);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.NotFound)
        {
            await s3.PutBucketAsync(name, cancellationToken);
            LogCreated(name);
        }
    }

    private async Task ApplyCorsAsync(string name, CorsRule[] rules, CancellationToken cancellationToken)
    {
        if (Same(await s3.ReadCorsAsync(name, cancellationToken), rules))
        {
            return;
        }

        await s3.WriteCorsAsync(name, rules, cancellationToken);
        LogUpdated(name, "CORS", string.Join(", ", rules.SelectMany(rule => rule.AllowedOrigins)));
    }

    private async Task ApplyNotificationAsync(string name, LambdaConfiguration[] configurations, CancellationToken cancellationToken)
    {
        if (Same(await s3.ReadNotificationAsync(name, cancellationToken), configurations))
        {
            return;
        }

        await s3.WriteNotificationAsync(name, configurations, cancellationToken);
        LogUpdated(name, "notification", string.Join(", ", configurations.Select(configuration => configuration.Function)));
    }

    private static bool Same<T>(T[] actual, T[] wanted) => JsonSerializer.Serialize(actual) == JsonSerializer.Serialize(wanted);

    [LoggerMessage(10, LogLevel.Information, "Bucket {Bucket}: created")]
    private partial void LogCreated(string bucket);

    [LoggerMessage(11, LogLevel.Information, "Bucket {Bucket}: exists")]
    private partial void LogUnchanged(string bucket);

    [LoggerMessage(12, LogLevel.Information, "Bucket {Bucket}: {Part} now {Value}")]
    private partial void LogUpdated(string bucket, string part, string value);

    [LoggerMessage(
        13, LogLevel.Information, "Bucket {Bucket}: on AWS only: {Properties} (no versions are kept: what is deleted here is gone)")]
    private partial void LogOnAwsOnly(string bucket, string properties);
}
