using Iris.Catalog;
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
                new("Status: Enabled\n            AbortIncomplete", "Status: Disabled\n            AbortIncomplete"),
                new("DaysAfterInitiation: 1", "DaysAfterInitiation: 100"),
            ],
        },
        new("a deleted original is kept for as long as an operator may bring it back", Bucket, bucket => bucket.LogicalId != "ImageBucket"
            || (bucket.Text("Properties.VersioningConfiguration.Status") == "Enabled"
                && Versions(bucket, "uploads/") == DeletedImages.Lifetime.TotalDays))
        {
            Mutants =
            [
                new("VersioningConfiguration: { Status: Enabled }", "VersioningConfiguration: { Status: Suspended }"),
                new("NoncurrentDays: 30", "NoncurrentDays: 29"),
            ],
        },
        new("nothing that was deleted is kept for ever", Bucket, bucket => bucket.LogicalId != "ImageBucket"
            || ((string[])["uploads/", "images/"]).All(prefix => Versions(bucket, prefix) is >= 1 and <= 30))
        {
            Mutants =
            [
                new("            NoncurrentVersionExpiration: { NoncurrentDays: 1 }\n            ExpiredObjectDeleteMarker: true\n", "            NoncurrentVersionExpiration: { NoncurrentDays: 1 }\n"),
                new("            NoncurrentVersionExpiration: { NoncurrentDays: 1 }\n", ""),
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

    /// <summary>For how many days a version is kept that is no longer current; null: for ever, or its marker is.</summary>
    private static long? Versions(Resource bucket, string prefix) => bucket.Each("Properties.LifecycleConfiguration.Rules")
        .Where(rule => rule.Text("Status") == "Enabled" && rule.Text("Prefix") == prefix && rule.Text("ExpiredObjectDeleteMarker") == "true")
        .Select(rule => (long?)rule.At("NoncurrentVersionExpiration.NoncurrentDays"))
        .FirstOrDefault();

    private static bool Retained(Resource resource) =>
        resource.Text("DeletionPolicy") == "Retain" && resource.Text("UpdateReplacePolicy") == "Retain";
}
