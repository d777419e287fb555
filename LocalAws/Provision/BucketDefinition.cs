using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.Provision;

/// <summary>The properties of AWS::S3::Bucket that the local S3 acts on; the others come back in <see cref="OnAwsOnly"/>.</summary>
internal sealed record BucketDefinition(CorsConfiguration? CorsConfiguration, NotificationConfiguration? NotificationConfiguration)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement> OnAwsOnly { get; init; } = [];

    public CorsRule[] CorsRules => CorsConfiguration?.CorsRules ?? [];

    public LambdaConfiguration[] LambdaConfigurations => NotificationConfiguration?.LambdaConfigurations ?? [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CorsConfiguration(CorsRule[] CorsRules);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CorsRule(
    string[] AllowedOrigins,
    string[] AllowedMethods,
    string? Id = null,
    string[]? AllowedHeaders = null,
    string[]? ExposedHeaders = null,
    int? MaxAge = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NotificationConfiguration(LambdaConfiguration[] LambdaConfigurations);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LambdaConfiguration(string Event, string Function, NotificationFilter? Filter = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NotificationFilter(KeyFilter S3Key);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KeyFilter(KeyFilterRule[] Rules);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KeyFilterRule(string Name, string Value);
