using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>
/// Nothing in S3 is public: visitors get what CloudFront reads for them, and of the images that is the derivatives alone.
/// </summary>
public sealed class S3PublicAccessTests : RuleTests<S3PublicAccessTests>, ITopic
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string BucketPolicy = "AWS::S3::BucketPolicy";
    private const string Distribution = "arn:aws:cloudfront::123456789012:distribution/iris-distribution";

    private static readonly string[] s_publicAccessFlags =
    [
        "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets",
    ];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a bucket blocks public access by all four flags", Bucket, bucket =>
            s_publicAccessFlags.All(flag => bucket.Text($"Properties.PublicAccessBlockConfiguration.{flag}") == "true"))
        {
            Mutants =
            [
                new("BlockPublicPolicy: true", "BlockPublicPolicy: false"),
                new("RestrictPublicBuckets: true", ""),
            ],
        },
        new("a bucket's owner owns every object", Bucket, bucket =>
            bucket.Text("Properties.OwnershipControls.Rules.0.ObjectOwnership") == "BucketOwnerEnforced")
        { Mutants = [new("BucketOwnerEnforced", "ObjectWriter")] },
        new("a bucket has a policy", Bucket, (bucket, stack) =>
            stack.Any(resource => resource.Type == BucketPolicy && resource.Text("Properties.Bucket") == $"iris-{bucket.LogicalId.ToLowerInvariant()}"))
        { Mutants = [new("Bucket: !Ref SiteBucket", "Bucket: !Ref ImageBucket")] },
        new(
            "a bucket policy allows nothing to everyone",
            BucketPolicy,
            policy => Allowed(policy).All(statement => !IsWildcard(statement["Principal"])))
        { Mutants = [new("Effect: Deny", "Effect: Allow")] },
        new("a bucket policy allows no action by wildcard", BucketPolicy, policy =>
            Allowed(policy).All(statement => statement.Texts("Action").All(action => !action.Contains('*'))))
        { Mutants = [new("Effect: Deny", "Effect: Allow")] },
        new("the distribution reads, and no other one", BucketPolicy, policy => Allowed(policy).All(statement =>
            statement.Texts("Action") is ["s3:GetObject"]
            && statement.Text("Principal.Service") == "cloudfront.amazonaws.com"
            && statement["Condition"]?["StringEquals"]?["AWS:SourceArn"]?.ToString() == Distribution))
        {
            Mutants =
            [
                new("distribution/${Distribution}", "distribution/*"),
                new(
                    "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*",
                    "Action: s3:PutObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*"),
                new("Principal: { Service: cloudfront.amazonaws.com }", "Principal: { Service: cloudfront.amazon.com }"),
            ],
        },
        new("of the image bucket the distribution reads images/ alone", BucketPolicy, policy =>
            policy.LogicalId != "ImageBucketPolicy"
            || Allowed(policy).SelectMany(statement => statement.Texts("Resource")).All(resource => resource == "arn:aws:s3:::iris-imagebucket/images/*"))
        {
            Mutants =
            [
                new(
                    "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*",
                    "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/*"),
            ],
        },
        new("a bucket is reached over TLS alone", BucketPolicy, policy => Statements(policy).Any(DeniesPlainHttp))
        {
            Mutants =
            [
                new("aws:SecureTransport: 'false'", "aws:SecureTransport: 'true'"),
                new("              - !Sub ${ImageBucket.Arn}/*\n", ""),
            ],
        },
    ];

    private static IEnumerable<JsonNode> Statements(Resource policy) => policy.Each("Properties.PolicyDocument.Statement");

    private static IEnumerable<JsonNode> Allowed(Resource policy) =>
        Statements(policy).Where(statement => statement.Text("Effect") != "Deny");

    // Deny, everyone, everything, the bucket itself and what is in it.
    private static bool DeniesPlainHttp(JsonNode statement) =>
        statement.Text("Effect") == "Deny"
        && IsWildcard(statement["Principal"])
        && statement.Texts("Action") is ["s3:*"]
        && statement.Texts("Resource") is [var bucket, var objects] && objects == $"{bucket}/*"
        && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false";

    private static bool IsWildcard(JsonNode? principal) =>
        principal?.ToString() == "*" || (principal as JsonObject)?["AWS"]?.ToString() == "*";
}
