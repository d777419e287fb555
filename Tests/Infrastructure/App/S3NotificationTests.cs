using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>An upload, and nothing else, sets off the processor.</summary>
public sealed partial class S3NotificationTests : RuleTests<S3NotificationTests>, ITopic
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string Permission = "AWS::Lambda::Permission";
    private const string Notifications = "Properties.NotificationConfiguration.LambdaConfigurations";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html
    private static readonly string[] s_createdEvents =
        ["s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Post", "s3:ObjectCreated:Copy", "s3:ObjectCreated:CompleteMultipartUpload"];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a notification is of an event that S3 has", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => s_createdEvents.Contains(notification["Event"]?.ToString())))
        { Mutants = [new("s3:ObjectCreated:*", "s3:ObjectMade:*")] },
        new("a notification is for uploads/ alone, so that derivatives cannot set it off again", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => Prefixes(notification) is ["uploads/"]))
        {
            Mutants =
            [
                new("Value: uploads/", "Value: ''"),
                new("Name: prefix", "Name: suffix"),
            ],
        },
        new("a notification names the live function by ARN", Bucket, bucket =>
            bucket.Each(Notifications).All(notification => FunctionArn().IsMatch(notification["Function"]?.ToString() ?? "")))
        {
            Mutants =
            [
                new("Function: !Ref ImageProcessorLive", "Function: !Ref ImageProcessor"),
                new("Function: !Ref ImageProcessorLive", "Function: !GetAtt ImageProcessor.Arn"),
            ],
        },
        new("S3 may invoke for the bucket that notifies", Permission, (permission, stack) =>
            permission.Text("Properties.Principal") != "s3.amazonaws.com"
            || permission.Text("Properties.SourceArn") == $"arn:aws:s3:::{stack.Single(resource => resource.LogicalId == "ImageBucket").Text("Properties.BucketName")}")
        { Mutants = [new("s3:::iris-images-${Id}", "s3:::iris-pictures-${Id}")] },
        new("the bucket waits for the permission to notify", Bucket, bucket =>
            bucket.LogicalId != "ImageBucket" || bucket.Text("DependsOn") == "UploadsInvokeImageProcessor")
        { Mutants = [new("DependsOn: UploadsInvokeImageProcessor", "DependsOn: ImageProcessorLive")] },
    ];

    private static string[] Prefixes(JsonNode notification) =>
        [.. notification.Each("Filter.S3Key.Rules").Where(rule => rule.Text("Name") == "prefix").Select(rule => rule.Text("Value")!)];

    [GeneratedRegex(@"^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+:live$")]
    private static partial Regex FunctionArn();
}
