using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.Dev;

/// <summary>How the processor on a developer's machine learns of uploads: what cfn-lint does not know of dev.yaml.</summary>
public sealed class UploadEventTests : RuleTests<UploadEventTests>, ITopic
{
    private const string Bucket = "AWS::S3::Bucket";
    private const string Queue = "AWS::SQS::Queue";
    private const string QueuePolicy = "AWS::SQS::QueuePolicy";
    private const string Notifications = "Properties.NotificationConfiguration.QueueConfigurations";

    public static TestedTemplate Template { get; } = new(DevTemplate.Text, DevTemplate.Resources);

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("the bucket tells the queue, by its ARN, of what is created below uploads/ and of nothing else", Bucket, bucket =>
            bucket.Each(Notifications).ToArray() is [var notification]
            && notification.Text("Event") == "s3:ObjectCreated:*"
            && notification.Text("Queue") == DevTemplate.QueueArn
            && notification.Each("Filter.S3Key.Rules").Select(rule => (rule.Text("Name"), rule.Text("Value"))).SequenceEqual([("prefix", "uploads/")]))
        {
            Mutants =
            [
                new("s3:ObjectCreated:*", "s3:ObjectMade:*"),
                new("Value: uploads/", "Value: ''"),
                new("Queue: !GetAtt UploadEvents.Arn", "Queue: !Ref UploadEvents"),
            ],
        },
        new("the bucket comes after the policy that lets it send", Bucket, (bucket, stack) =>
            stack.Any(resource => resource.Type == QueuePolicy && bucket.Text("DependsOn") == resource.LogicalId))
        { Mutants = [new("DependsOn: UploadEventsPolicy", "DependsOn: UploadEvents")] },
        new("a queue has a policy", Queue, (queue, stack) =>
            stack.Any(resource => resource.Type == QueuePolicy && resource["Properties"].Texts("Queues") is [DevTemplate.QueueUrl]))
        { Mutants = [new("Queues: [!Ref UploadEvents]", "Queues: [!GetAtt UploadEvents.Arn]")] },
        new("a queue is encrypted", Queue, queue => queue.Text("Properties.SqsManagedSseEnabled") == "true")
        { Mutants = [new("SqsManagedSseEnabled: true", "SqsManagedSseEnabled: false")] },
        new("what nobody takes is forgotten within a day", Queue, queue => (long?)queue["Properties.MessageRetentionPeriod"] <= 86_400)
        { Mutants = [new("MessageRetentionPeriod: 86400", "MessageRetentionPeriod: 1209600")] },
        new("S3 may send to the queue, for this account's bucket, and nobody may do anything else", QueuePolicy, (policy, stack) =>
            Statements(policy).Where(statement => statement.Text("Effect") != "Deny").ToArray() is [var allowed]
            && allowed.Text("Principal.Service") == "s3.amazonaws.com"
            && allowed.Texts("Action") is ["sqs:SendMessage"]
            && allowed.Texts("Resource") is [DevTemplate.QueueArn]
            && allowed["Condition"]?["StringEquals"]?["aws:SourceAccount"]?.ToString() == AppTemplate.AccountId
            && allowed["Condition"]?["ArnEquals"]?["aws:SourceArn"]?.ToString() == $"arn:aws:s3:::{BucketName(stack)}")
        {
            Mutants =
            [
                new("Principal: { Service: s3.amazonaws.com }", "Principal: '*'"),
                new("Action: sqs:SendMessage", "Action: sqs:*"),
                new("StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }", "StringLike: { aws:SourceAccount: '*' }"),
                new(
                    "aws:SourceArn: !Sub ['arn:${AWS::Partition}:s3:::iris-dev-images-${Id}'",
                    "aws:SourceArn: !Sub ['arn:${AWS::Partition}:s3:::iris-images-${Id}'"),
            ],
        },
        new("a queue is reached over TLS alone", QueuePolicy, policy => Statements(policy).Any(static statement =>
            statement.Text("Effect") == "Deny"
            && statement.Text("Principal") == "*"
            && statement.Texts("Action") is ["sqs:*"]
            && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false"))
        { Mutants = [new("Action: sqs:*", "Action: sqs:SendMessage")] },
    ];

    private static IEnumerable<JsonNode> Statements(Resource policy) => policy.Each("Properties.PolicyDocument.Statement");

    private static string? BucketName(IReadOnlyList<Resource> stack) =>
        stack.Single(resource => resource.Type == Bucket).Text("Properties.BucketName");
}
