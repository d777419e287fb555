using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>What an HTTP request to an AWS service asks IAM for.</summary>
internal static class AwsCalls
{
    /// <param name="request">The request, as the SDK sends it or as a presigned URL has it made; S3 is addressed by path.</param>
    /// <param name="body">The body of a POST; those of other methods are nobody's concern.</param>
    /// <param name="answer">What a local stand-in answered, which lets everybody list every bucket.</param>
    public static IEnumerable<AwsCall> Of(HttpRequestMessage request, string body, HttpStatusCode answer) =>
        request.Headers.TryGetValues("X-Amz-Target", out var target) ? OfTarget(target.Single(), body)
        : answer is HttpStatusCode.NotFound ? OfS3(request, body).Append(AwsCall.OnBucket("s3:ListBucket"))
        : OfS3(request, body);

    // DynamoDB_20120810.GetItem, RekognitionService.DetectLabels
    private static IEnumerable<AwsCall> OfTarget(string target, string body)
    {
        var operation = target[(target.IndexOf('.') + 1)..];
        if (target.StartsWith("Rekognition", StringComparison.Ordinal))
        {
            return [AwsCall.OnEverything($"rekognition:{operation}")];
        }

        return [AwsCall.OnTable($"dynamodb:{operation}", JsonNode.Parse(body).Text("IndexName"))];
    }

    private static IEnumerable<AwsCall> OfS3(HttpRequestMessage request, string body) => (request.Method.Method, request.RequestUri!.Query) switch
    {
        ("POST", "?delete") => XDocument.Parse(body).Descendants().Where(element => element.Name.LocalName == "Key")
            .Select(key => AwsCall.OnObject("s3:DeleteObject", key.Value)),
        ("PUT", _) when request.Headers.TryGetValues("x-amz-copy-source", out var source) =>
            [AwsCall.OnObject("s3:GetObject", KeyOf(source.Single())), AwsCall.OnObject("s3:PutObject", KeyOf(request))],
        ("PUT", _) => [AwsCall.OnObject("s3:PutObject", KeyOf(request))],
        ("DELETE", "") => [AwsCall.OnObject("s3:DeleteObject", KeyOf(request))],
        ("GET" or "HEAD", "") => [AwsCall.OnObject("s3:GetObject", KeyOf(request))],
        var other => throw new NotSupportedException($"Say which actions {other} asks for."),
    };

    private static string KeyOf(HttpRequestMessage request) => KeyOf(request.RequestUri!.AbsolutePath);

    // /bucket/uploads/0123
    private static string KeyOf(string path) => Uri.UnescapeDataString(path).TrimStart('/').Split('/', 2)[1];
}
