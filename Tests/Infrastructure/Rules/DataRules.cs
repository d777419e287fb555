namespace Iris.Tests.Infrastructure.Rules;

internal static class DataRules
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string Table = "AWS::DynamoDB::Table";

    private static readonly string[] s_publicAccessFlags = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    public static Rule[] All { get; } =
    [
        new("a bucket blocks public access by all four flags", Bucket, bucket =>
            s_publicAccessFlags.All(flag => bucket.Text($"Properties.PublicAccessBlockConfiguration.{flag}") == "true")),
        new("a bucket's owner owns every object", Bucket, bucket =>
            bucket.Text("Properties.OwnershipControls.Rules.0.ObjectOwnership") == "BucketOwnerEnforced"),
        new("a bucket is encrypted", Bucket, bucket =>
            bucket.Text("Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm") is "AES256" or "aws:kms"),
        new("a bucket drops incomplete uploads within a week", Bucket, bucket =>
            bucket.Each("Properties.LifecycleConfiguration.Rules").Any(rule =>
                rule["Status"]?.ToString() == "Enabled" && (long?)rule["AbortIncompleteMultipartUpload"]?["DaysAfterInitiation"] is >= 1 and <= 7)),
        new("the bucket of images outlives its stack", Bucket, bucket => bucket.LogicalId != "ImageBucket" || Retained(bucket)),
        new("originals expire only when the stack says so", Bucket, bucket =>
            bucket.Each("Properties.LifecycleConfiguration.Rules").All(rule => rule["ExpirationInDays"] is null || (rule.Text("Prefix"), rule.Text("ExpirationInDays")) == ("uploads/", "90"))),
        new("a table outlives its stack", Table, Retained),
        new("a table is paid by request", Table, table => table.Text("Properties.BillingMode") == "PAY_PER_REQUEST"),
        new("a table can be restored to any point in time", Table, table =>
            table.Text("Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") == "true"),
        new("a table is protected from deletion unless a stack says otherwise", Table, table =>
            table.Text("Properties.DeletionProtectionEnabled") == "true"),
        new("rows expire by expiresAt", Table, table =>
            table.Text("Properties.TimeToLiveSpecification.AttributeName") == "expiresAt"
            && table.Text("Properties.TimeToLiveSpecification.Enabled") == "true"),
    ];

    private static bool Retained(Resource resource) =>
        resource.Text("DeletionPolicy") == "Retain" && resource.Text("UpdateReplacePolicy") == "Retain";
}
