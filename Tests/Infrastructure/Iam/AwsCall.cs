using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>A call as IAM sees it.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">The ARN, with one object standing for all below a prefix: <c>arn:aws:s3:::bucket/uploads/x</c>.</param>
internal sealed record AwsCall(string Action, string Resource)
{
    public const string Bucket = "arn:aws:s3:::iris-imagebucket";
    public const string Table = $"arn:aws:dynamodb:us-east-1:{AppTemplate.AccountId}:table/iris-imagetable";

    public static AwsCall OnObject(string action, string key) => new(action, $"{Bucket}/{key[..key.IndexOf('/')]}/x");

    public static AwsCall OnBucket(string action) => new(action, Bucket);

    public static AwsCall OnTable(string action, string? index) => new(action, index is null ? Table : $"{Table}/index/{index}");

    public static AwsCall OnEverything(string action) => new(action, "*");

    public override string ToString() => $"{Action} on {Resource}";
}
