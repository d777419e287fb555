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
    ];

    private static bool IsArn(string? text, string service) => text?.StartsWith($"arn:aws:{service}:", StringComparison.Ordinal) == true;
}
