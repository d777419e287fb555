using Iris.Catalog.Processing;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>What the processor fails on is tried again, and then kept.</summary>
public sealed class FailedEventTests : RuleTests<FailedEventTests>, ITopic
{
    private const string Events = "AWS::Lambda::EventInvokeConfig";

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("what fails for good goes to the queue, by its ARN", Events, events =>
            IsArn(events.Text("Properties.DestinationConfig.OnFailure.Destination"), "sqs"))
        {
            Mutants =
            [
                new("Destination: !GetAtt FailedEvents.Arn", "Destination: !Ref FailedEvents"),
                new("      DestinationConfig:\n        OnFailure: { Destination: !GetAtt FailedEvents.Arn }\n", ""),
            ],
        },
        new("the alias that S3 invokes is the one with retries and queue", Events, events =>
            events.Text("Properties.FunctionName") == "iris-imageprocessor" && events.Text("Properties.Qualifier") == "live")
        { Mutants = [new("Qualifier: live", "Qualifier: $LATEST")] },
        new("Lambda attempts as often as the catalog counts", Events, events =>
            (long?)events["Properties.MaximumRetryAttempts"] == ImageClaims.MaximumAttempts - 1)
        { Mutants = [new("MaximumRetryAttempts: 2", "MaximumRetryAttempts: 1")] },
        new(
            "a failed event is kept for two weeks",
            "AWS::SQS::Queue",
            queue => (long?)queue["Properties.MessageRetentionPeriod"] == 14 * 24 * 60 * 60)
        { Mutants = [new("MessageRetentionPeriod: 1209600", "MessageRetentionPeriod: 345600")] },
        new("a queue is spoken to over TLS alone", "AWS::SQS::Queue", (queue, stack) => stack.Any(policy =>
            policy.Type == "AWS::SQS::QueuePolicy"
            && policy.Text("Properties.Queues.0")?.EndsWith($"/iris-{queue.LogicalId.ToLowerInvariant()}", StringComparison.Ordinal) == true
            && policy.Each("Properties.PolicyDocument.Statement").Any(statement =>
                (statement.Text("Effect"), statement.Text("Principal"), statement.Text("Action")) == ("Deny", "*", "sqs:*")
                && statement["Condition"]?["Bool"]?["aws:SecureTransport"]?.ToString() == "false")))
        {
            Mutants =
            [
                new("Action: sqs:*\n            Resource: !GetAtt FailedEvents.Arn\n            Condition:\n              Bool: { aws:SecureTransport: 'false' }", "Action: sqs:*\n            Resource: !GetAtt FailedEvents.Arn"),
                new("      Queues: [!Ref FailedEvents]", "      Queues: [!GetAtt FailedEvents.Arn]"),
            ],
        },
    ];

    private static bool IsArn(string? text, string service) => text?.StartsWith($"arn:aws:{service}:", StringComparison.Ordinal) == true;
}
