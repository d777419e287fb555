using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>How objects are kept, and for how long.</summary>
public sealed class S3BucketTests : RuleTests<S3BucketTests>, ITopic
{
    private const string Bucket = "AWS::S3::Bucket";

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a bucket is encrypted", Bucket, bucket =>
            bucket.Text("Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm") is "AES256" or "aws:kms")
        { Mutants = [new("BucketEncryption:", "Tags:")] },
        new("a bucket drops incomplete uploads within a week", Bucket, bucket =>
            bucket.Each("Properties.LifecycleConfiguration.Rules").Any(rule =>
                rule["Status"]?.ToString() == "Enabled" && (long?)rule["AbortIncompleteMultipartUpload"]?["DaysAfterInitiation"] is >= 1 and <= 7))
        {
            Mutants =
            [
                new("Status: Enabled", "Status: Disabled"),
                new("DaysAfterInitiation: 1", "DaysAfterInitiation: 100"),
            ],
        },
        new("the bucket of images outlives its stack", Bucket, bucket => bucket.LogicalId != "ImageBucket" || Retained(bucket))
        { Mutants = [new("Type: AWS::S3::Bucket\n    DeletionPolicy: Retain", "Type: AWS::S3::Bucket\n    DeletionPolicy: Delete")] },
        new("originals expire only when the stack says so", Bucket, bucket =>
            bucket.Each("Properties.LifecycleConfiguration.Rules").All(rule => rule["ExpirationInDays"] is null || (rule.Text("Prefix"), rule.Text("ExpirationInDays")) == ("uploads/", "90")))
        {
            Mutants =
            [
                new("Prefix: uploads/, ExpirationInDays", "Prefix: images/, ExpirationInDays"),
                new("ExpirationInDays: !Ref OriginalExpiryDays", "ExpirationInDays: 1"),
            ],
        },
    ];

    private static bool Retained(Resource resource) =>
        resource.Text("DeletionPolicy") == "Retain" && resource.Text("UpdateReplacePolicy") == "Retain";
}
