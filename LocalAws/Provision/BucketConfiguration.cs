using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace LocalAws.Provision;

/// <summary>CORS and notification of a bucket, between the SDK's shapes and the template's.</summary>
internal static class BucketConfiguration
{
    public static async Task<CorsRule[]> ReadCorsAsync(this IAmazonS3 s3, string bucket, CancellationToken cancellationToken)
    {
        try
        {
            var response = await s3.GetCORSConfigurationAsync(new GetCORSConfigurationRequest { BucketName = bucket }, cancellationToken);
            return [.. (response.Configuration?.Rules ?? []).Select(ToDefinition)];
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    public static Task WriteCorsAsync(this IAmazonS3 s3, string bucket, CorsRule[] rules, CancellationToken cancellationToken) => rules is []
        ? s3.DeleteCORSConfigurationAsync(new DeleteCORSConfigurationRequest { BucketName = bucket }, cancellationToken)
        : s3.PutCORSConfigurationAsync(
            new PutCORSConfigurationRequest
            {
                BucketName = bucket,
                Configuration = new CORSConfiguration { Rules = [.. rules.Select(ToRequest)] },
            },
            cancellationToken);

    public static async Task<LambdaConfiguration[]> ReadNotificationAsync(
        this IAmazonS3 s3, string bucket, CancellationToken cancellationToken)
    {
        var response = await s3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = bucket }, cancellationToken);
        return [.. (response.LambdaFunctionConfigurations ?? []).SelectMany(ToDefinitions)];
    }

    public static Task WriteNotificationAsync(this IAmazonS3 s3, string bucket, LambdaConfiguration[] configurations, CancellationToken cancellationToken) =>
        s3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest { BucketName = bucket, LambdaFunctionConfigurations = [.. configurations.Select(ToRequest)] },
            cancellationToken);

    private static CorsRule ToDefinition(CORSRule rule) => new(
        [.. rule.AllowedOrigins ?? []],
        [.. rule.AllowedMethods ?? []],
        rule.Id,
        rule.AllowedHeaders?.ToArray(),
        rule.ExposeHeaders?.ToArray(),
        rule.MaxAgeSeconds);

    private static CORSRule ToRequest(CorsRule rule) => new()
    {
        Id = rule.Id,
        AllowedOrigins = [.. rule.AllowedOrigins],
        AllowedMethods = [.. rule.AllowedMethods],
        AllowedHeaders = rule.AllowedHeaders?.ToList(),
        ExposeHeaders = rule.ExposedHeaders?.ToList(),
        MaxAgeSeconds = rule.MaxAge,
    };

    // The template has one event an entry, S3 a list.
    private static IEnumerable<LambdaConfiguration> ToDefinitions(LambdaFunctionConfiguration configuration) =>
        (configuration.Events ?? [])
            .Select(@event => new LambdaConfiguration(@event.Value, configuration.FunctionArn, ToDefinition(configuration.Filter)));

    private static NotificationFilter? ToDefinition(Filter? filter) => filter?.S3KeyFilter?.FilterRules is { Count: > 0 } rules
        ? new(new KeyFilter([.. rules.Select(rule => new KeyFilterRule(rule.Name.ToLowerInvariant(), rule.Value))]))
        : null;

    private static LambdaFunctionConfiguration ToRequest(LambdaConfiguration configuration, int index) => new()
    {
        Id = $"lambda-{index}",
        Events = [new EventType(configuration.Event)],
        FunctionArn = configuration.Function,
        Filter = configuration.Filter is { S3Key.Rules: var rules }
            ? new Filter
            {
                S3KeyFilter = new S3KeyFilter { FilterRules = [.. rules.Select(rule => new FilterRule(rule.Name, rule.Value))] },
            }
            : null,
    };
}
