using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>What a page in a browser may do with the bucket.</summary>
public sealed class S3CorsTests : RuleTests<S3CorsTests>, ITopic
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string CorsRules = "Properties.CorsConfiguration.CorsRules";

    private static readonly string[] s_signedHeaders = ["content-type", "if-none-match", "x-amz-checksum-sha256"];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("pages may only PUT", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedMethods"]) is ["PUT"]))
        { Mutants = [new("[PUT]", "[PUT, GET]")] },
        new("pages of any other origin may nothing", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedOrigins"]) is { Length: > 0 } origins && !origins.Any(origin => origin.Contains('*'))))
        { Mutants = [new("AllowedOrigins: !Ref SiteOrigins", "AllowedOrigins: ['*']")] },
        new("pages may send the signed headers and no other", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => Texts(rule["AllowedHeaders"]).Order().SequenceEqual(s_signedHeaders)))
        { Mutants = [new("[content-type, if-none-match, x-amz-checksum-sha256]", "['*']")] },
        new("pages may read the ETag and the ids that S3 gives to a request", Bucket, bucket =>
            bucket.Each(CorsRules).All(rule => !new[] { "ETag", "x-amz-request-id", "x-amz-id-2" }.Except(Texts(rule["ExposedHeaders"])).Any()))
        { Mutants = [new("ExposedHeaders: [ETag, ", "ExposedHeaders: [")] },
    ];

    private static string[] Texts(JsonNode? node) => [.. (node as JsonArray ?? []).Select(item => item!.ToString())];
}
