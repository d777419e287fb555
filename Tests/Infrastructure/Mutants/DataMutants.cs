namespace Iris.Tests.Infrastructure.Mutants;

internal static class DataMutants
{
    public static Mutant[] All { get; } =
    [
        new("a bucket blocks public access by all four flags", "BlockPublicPolicy: true", "BlockPublicPolicy: false"),
        new("a bucket blocks public access by all four flags", "RestrictPublicBuckets: true", ""),
        new("a bucket's owner owns every object", "BucketOwnerEnforced", "ObjectWriter"),
        new("a bucket is encrypted", "BucketEncryption:", "Tags:"),
        new("a bucket drops incomplete uploads within a week", "Status: Enabled", "Status: Disabled"),
        new("a bucket drops incomplete uploads within a week", "DaysAfterInitiation: 1", "DaysAfterInitiation: 100"),
        new(
            "the bucket of images outlives its stack",
            "Type: AWS::S3::Bucket\n    DeletionPolicy: Retain",
            "Type: AWS::S3::Bucket\n    DeletionPolicy: Delete"),
        new("originals expire only when the stack says so", "Prefix: uploads/, ExpirationInDays", "Prefix: images/, ExpirationInDays"),
        new("originals expire only when the stack says so", "ExpirationInDays: !Ref OriginalExpiryDays", "ExpirationInDays: 1"),
        new("a table outlives its stack", "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain", "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Delete"),
        new("a table is paid by request", "PAY_PER_REQUEST", "PAY_PER_USE"),
        new("a table can be restored to any point in time", "PointInTimeRecoveryEnabled: true", "PointInTimeRecoveryEnabled: false"),
        new("a table is protected from deletion unless a stack says otherwise", "Default: 'true'", "Default: 'false'"),
        new("rows expire by expiresAt", "AttributeName: expiresAt", "AttributeName: expires"),
    ];
}
