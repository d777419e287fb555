using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>
/// What a role could be asked for: each action that the code calls or somebody might wish for, on our resources and on their neighbours.
/// </summary>
internal static class Universe
{
    private const string OtherTable = $"arn:aws:dynamodb:us-east-1:{AppTemplate.AccountId}:table/iris-othertable";

    private static readonly string[] s_objectActions =
        ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:PutObjectAcl", "s3:AbortMultipartUpload"];

    private static readonly string[] s_objects =
        [$"{AwsCall.Bucket}/uploads/x", $"{AwsCall.Bucket}/images/x", $"{AwsCall.Bucket}/elsewhere/x", "arn:aws:s3:::iris-sitebucket/index.html"];

    private static readonly string[] s_bucketActions =
    [
        "s3:ListBucket", "s3:DeleteBucket", "s3:PutBucketPolicy", "s3:PutBucketNotification",
    ];

    private static readonly string[] s_tableActions =
    [
        "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DeleteTable", "dynamodb:GetItem", "dynamodb:PutItem",
        "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem", "dynamodb:UpdateTable", "dynamodb:UpdateTimeToLive",
    ];

    public static IReadOnlyList<AwsCall> All { get; } =
    [
        .. Product(s_objectActions, s_objects),
        .. Product(s_bucketActions, [AwsCall.Bucket, "arn:aws:s3:::iris-sitebucket"]),
        .. Product(s_tableActions, [AwsCall.Table, OtherTable]),
        .. Product(["dynamodb:Query", "dynamodb:Scan"], [$"{AwsCall.Table}/index/feed", $"{AwsCall.Table}/index/owner", $"{AwsCall.Table}/index/other"]),
        .. Product(["rekognition:DetectLabels", "rekognition:DetectFaces", "iam:ListRoles"], ["*"]),
        new("lambda:InvokeFunction", $"arn:aws:lambda:us-east-1:{AppTemplate.AccountId}:function:iris-imageprocessor"),
        new("secretsmanager:GetSecretValue", $"arn:aws:secretsmanager:us-east-1:{AppTemplate.AccountId}:secret:OriginSecret"),
        new("sqs:ReceiveMessage", Queue),
        .. OfLambdaItself("ImageApi"),
        .. OfLambdaItself("ImageProcessor"),
    ];

    private static string Queue => $"arn:aws:sqs:us-east-1:{AppTemplate.AccountId}:iris-failedevents";

    /// <summary>What Lambda does in the name of a function, whatever its code does.</summary>
    public static IEnumerable<AwsCall> OfLambdaItself(string function) =>
    [
        new(
            "logs:PutLogEvents",
            $"arn:aws:logs:us-east-1:{AppTemplate.AccountId}:log-group:iris-{function.ToLowerInvariant()}logs:log-stream:x"),
        AwsCall.OnEverything("xray:PutTraceSegments"),
        AwsCall.OnEverything("xray:PutTelemetryRecords"),
        .. function == "ImageProcessor" ? [new AwsCall("sqs:SendMessage", Queue)] : Array.Empty<AwsCall>(),
    ];

    private static IEnumerable<AwsCall> Product(string[] actions, string[] resources) =>
        actions.SelectMany(action => resources.Select(resource => new AwsCall(action, resource)));
}
