namespace Iris.Tests.Infrastructure.Mutants;

internal static class OperationMutants
{
    public static Mutant[] All { get; } =
    [
        new("a log is kept for weeks and not for ever", "RetentionInDays: 30", "RetentionInDays: 3653"),
        new("a log is kept for weeks and not for ever", "    Properties:\n      RetentionInDays: 30\n", ""),
        new("an alarm watches what exists", "- { Name: QueueName, Value: !GetAtt FailedEvents.QueueName }", "- { Name: QueueName, Value: !Ref FailedEvents }"),
        new("an alarm watches what exists", "- { Name: GlobalSecondaryIndexName, Value: feed }", "- { Name: GlobalSecondaryIndexName, Value: gallery }"),
        new("an alarm is heard, its end too", "      AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n", ""),
        new("an alarm is heard, its end too", "      OKActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n", ""),
        new("silence is no alarm", "TreatMissingData: notBreaching", "TreatMissingData: breaching"),
        new("the dashboard is JSON", "\"title\": \"Processor\",", "\"title\": \"Processor\""),
        new("the dashboard shows what exists", "\"FunctionName\", \"${ImageProcessor}\"]", "\"FunctionName\", \"ImageProcessor\"]"),
        new("the dashboard shows what exists", "\"Outcome\", \"rejected\"]", "\"Outcome\", \"Rejected\"]"),
        new("the dashboard shows metrics of ours that are made", "\"QueuedTime\", { \"stat\": \"p50\"", "\"WaitingTime\", { \"stat\": \"p50\""),
        new("the dashboard shows metrics of ours that are made", "MetricName: QueuedTime", "MetricName: WaitingTime"),
    ];
}
