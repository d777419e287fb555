using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Rules;

internal static class PolicyRules
{
    private const string BucketPolicy = "AWS::S3::BucketPolicy";

    public static Rule[] All { get; } =
    [
        new("a bucket is reached over TLS alone", BucketPolicy, policy => Statements(policy).Any(DeniesPlainHttp)),
        new("a bucket policy allows nothing to everyone", BucketPolicy, policy =>
            Statements(policy).All(statement => statement["Effect"]?.ToString() == "Deny" || !IsWildcard(statement["Principal"]))),
        new("a bucket policy allows no action by wildcard", BucketPolicy, policy =>
            Statements(policy).All(statement => statement["Effect"]?.ToString() == "Deny" || Texts(statement["Action"]).All(action => !action.Contains('*')))),
    ];

    private static IEnumerable<JsonNode> Statements(Resource policy) => policy.Each("Properties.PolicyDocument.Statement");

    // Deny, everyone, everything, the bucket itself and what is in it.
    private static bool DeniesPlainHttp(JsonNode statement) =>
        statement["Effect"]?.ToString() == "Deny"
        && IsWildcard(statement["Principal"])
        && Texts(statement["Action"]) is ["s3:*"]
        && Texts(statement["Resource"]) is [var bucket, var objects] && objects == $"{bucket}/*"
        && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false";

    private static bool IsWildcard(JsonNode? principal) => principal?.ToString() == "*" || principal?["AWS"]?.ToString() == "*";

    private static string[] Texts(JsonNode? node) => node switch
    {
        JsonArray array => [.. array.Select(item => item!.ToString())],
        null => [],
        _ => [node.ToString()],
    };
}
