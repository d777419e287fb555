using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Iris.Tests.Infrastructure.Rules;

internal static partial class UploadRules
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string Notifications = "Properties.NotificationConfiguration.LambdaConfigurations";
    private const string CorsRules = "Properties.CorsConfiguration.CorsRules";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
    private static readonly string[] s_createdEvents =
        ["s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Post", "s3:ObjectCreated:Copy", "s3:ObjectCreated:CompleteMultipartUpload"];

    private static readonly string[] s_signedHeaders = ["content-type", "if-none-match", "x-amz-checksum-sha256"];

    public static Rule[] All { get; } =
    [
        new("a notification is of an event that S3 has", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => s_createdEvents.Contains(notification["Event"]?.ToString()))),
        new("a notification is for uploads/ alone, so that derivatives cannot set it off again", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => Prefixes(notification) is ["uploads/"])),
        new("a notification names the live function by ARN", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => FunctionArn().IsMatch(notification["Function"]?.ToString() ?? ""))),
        new("pages may only PUT", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedMethods"]) is ["PUT"])),
        new("pages of any other origin may nothing", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedOrigins"]) is { Length: > 0 } origins && !origins.Any(origin => origin.Contains('*')))),
        new("pages may send the signed headers and no other", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedHeaders"]).Order().SequenceEqual(s_signedHeaders))),
        new("pages may read the ETag and the ids that S3 gives to a request", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => !new[] { "ETag", "x-amz-request-id", "x-amz-id-2" }.Except(Texts(rule["ExposedHeaders"])).Any())),
    ];

    private static string[] Prefixes(JsonNode notification) =>
        [.. (notification["Filter"]?["S3Key"]?["Rules"]?.AsArray() ?? []).Where(rule => rule?["Name"]?.ToString() == "prefix").Select(rule => rule!["Value"]!.ToString())];

    private static string[] Texts(JsonNode? node) => [.. (node as JsonArray ?? []).Select(item => item!.ToString())];

    [GeneratedRegex(@"^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+:live$")]
    private static partial Regex FunctionArn();
}
