using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Rules;

internal static class PolicyRules
{
    private const string BucketPolicy = "AWS::S3::BucketPolicy";
    private const string Distribution = "arn:aws:cloudfront::123456789012:distribution/iris-distribution";

    public static Rule[] All { get; } =
    [
        new("a bucket is reached over TLS alone", BucketPolicy, policy => Statements(policy).Any(DeniesPlainHttp)),
        new("a bucket policy allows nothing to everyone", BucketPolicy, policy => Allowed(policy).All(statement => !IsWildcard(statement["Principal"]))),
        new("a bucket policy allows no action by wildcard", BucketPolicy, policy =>
            Allowed(policy).All(statement => statement.Texts("Action").All(action => !action.Contains('*')))),
        new("the distribution reads, and no other one", BucketPolicy, policy => Allowed(policy).All(statement =>
            statement.Texts("Action") is ["s3:GetObject"]
            && statement.Text("Principal.Service") == "cloudfront.amazonaws.com"
            && statement["Condition"]?["StringEquals"]?["AWS:SourceArn"]?.ToString() == Distribution)),
        new("of the image bucket the distribution reads images/ alone", BucketPolicy, policy =>
            policy.LogicalId != "ImageBucketPolicy"
            || Allowed(policy).SelectMany(statement => statement.Texts("Resource")).All(resource => resource == "arn:aws:s3:::iris-imagebucket/images/*")),
        new("a bucket has a policy", "AWS::S3::Bucket", (bucket, stack) =>
            stack.Any(resource => resource.Type == BucketPolicy && resource.Text("Properties.Bucket") == $"iris-{bucket.LogicalId.ToLowerInvariant()}")),
    ];

    private static IEnumerable<JsonNode> Statements(Resource policy) => policy.Each("Properties.PolicyDocument.Statement");

    private static IEnumerable<JsonNode> Allowed(Resource policy) => Statements(policy).Where(statement => statement.Text("Effect") != "Deny");

    // Deny, everyone, everything, the bucket itself and what is in it.
    private static bool DeniesPlainHttp(JsonNode statement) =>
        statement.Text("Effect") == "Deny"
        && IsWildcard(statement["Principal"])
        && statement.Texts("Action") is ["s3:*"]
        && statement.Texts("Resource") is [var bucket, var objects] && objects == $"{bucket}/*"
        && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false";

    private static bool IsWildcard(JsonNode? principal) => principal?.ToString() == "*" || (principal as JsonObject)?["AWS"]?.ToString() == "*";
}
