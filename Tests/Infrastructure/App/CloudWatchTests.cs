using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>Logs, alarms and the dashboard.</summary>
public sealed class CloudWatchTests : RuleTests<CloudWatchTests>, ITopic
{
    private const string Alarm = "AWS::CloudWatch::Alarm";
    private const string Dashboard = "AWS::CloudWatch::Dashboard";

    // Metric dimensions by the type of the resource that they name.
    private static readonly Dictionary<string, string> s_dimensions = new()
    {
        ["FunctionName"] = "AWS::Lambda::Function",
        ["TableName"] = "AWS::DynamoDB::Table",
        ["ApiId"] = "AWS::ApiGatewayV2::Api",
        ["QueueName"] = "AWS::SQS::Queue",
    };

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new(
            "a log is kept for weeks and not for ever",
            "AWS::Logs::LogGroup",
            group => (long?)group["Properties.RetentionInDays"] is >= 7 and <= 90)
        {
            Mutants =
            [
                new("RetentionInDays: 30", "RetentionInDays: 3653"),
                new("    Properties:\n      RetentionInDays: 30\n", ""),
            ],
        },
        new("an alarm watches what exists", Alarm, (alarm, stack) => alarm.Each("Properties.Dimensions").All(dimension =>
            Exists(dimension.Text("Name"), dimension.Text("Value"), stack)))
        {
            Mutants =
            [
                new("- { Name: QueueName, Value: !GetAtt FailedEvents.QueueName }", "- { Name: QueueName, Value: !Ref FailedEvents }"),
                new("- { Name: GlobalSecondaryIndexName, Value: feed }", "- { Name: GlobalSecondaryIndexName, Value: gallery }"),
            ],
        },
        new("an alarm is heard, its end too", Alarm, alarm =>
            alarm.Text("Properties.AlarmActions.0")?.StartsWith("arn:aws:sns:", StringComparison.Ordinal) == true
            && alarm.Text("Properties.OKActions.0") == alarm.Text("Properties.AlarmActions.0"))
        {
            Mutants =
            [
                new("      AlarmActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n", ""),
                new("      OKActions: !If [HasAlarmTopic, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n", ""),
            ],
        },
        new("silence is no alarm", Alarm, alarm => alarm.Text("Properties.TreatMissingData") == "notBreaching")
        { Mutants = [new("TreatMissingData: notBreaching", "TreatMissingData: breaching")] },
        new("the dashboard is JSON", Dashboard, dashboard => Json.IsObject(dashboard.Text("Properties.DashboardBody")))
        { Mutants = [new("\"title\": \"Processor\",", "\"title\": \"Processor\"")] },
        new("the dashboard shows what exists", Dashboard, (dashboard, stack) => Metrics(dashboard).All(metric => Dimensions(metric).All(dimension =>
            Exists(dimension.Name, dimension.Value, stack))))
        {
            Mutants =
            [
                new("\"FunctionName\", \"${ImageProcessor}\"]", "\"FunctionName\", \"ImageProcessor\"]"),
                new("\"Outcome\", \"rejected\"]", "\"Outcome\", \"Rejected\"]"),
            ],
        },
        new("the dashboard shows metrics of ours that are made", Dashboard, (dashboard, stack) =>
            Metrics(dashboard).Where(metric => metric[0]!.ToString().StartsWith("Iris/", StringComparison.Ordinal)).All(metric => Made(metric, stack)))
        {
            Mutants =
            [
                new("\"QueuedTime\", { \"stat\": \"p50\"", "\"WaitingTime\", { \"stat\": \"p50\""),
                new("MetricName: QueuedTime", "MetricName: WaitingTime"),
            ],
        },
    ];

    private static bool Exists(string? dimension, string? value, IReadOnlyList<Resource> stack) => dimension switch
    {
        "Outcome" => value is "ready" or "rejected" or "superseded",
        "GlobalSecondaryIndexName" => value == "feed",
        not null when s_dimensions.TryGetValue(dimension, out var type) =>
            stack.Any(resource => resource.Type == type && value == $"iris-{resource.LogicalId.ToLowerInvariant()}"),
        _ => false,
    };

    private static bool Made(JsonArray metric, IReadOnlyList<Resource> stack) => stack
        .Where(resource => resource.Type == "AWS::Logs::MetricFilter")
        .SelectMany(filter => filter.Each("Properties.MetricTransformations"))
        .Any(made => made.Text("MetricNamespace") == metric[0]!.ToString()
            && made.Text("MetricName") == metric[1]!.ToString()
            && made.Each("Dimensions").Select(dimension => dimension.Text("Key")!).SequenceEqual(Dimensions(metric).Select(dimension => dimension.Name)));

    private static IEnumerable<JsonArray> Metrics(Resource dashboard) => Json.IsObject(dashboard.Text("Properties.DashboardBody"))
        ? JsonNode.Parse(dashboard.Text("Properties.DashboardBody")!)
            .Each("widgets")
            .SelectMany(widget => widget.Each("properties.metrics"))
            .Cast<JsonArray>()
        : [];

    // ["AWS/Lambda", "Errors", "FunctionName", "f", { "stat": "Sum" }]
    private static IEnumerable<(string Name, string Value)> Dimensions(JsonArray metric) => metric
        .Skip(2).OfType<JsonValue>().Chunk(2).Select(pair => (pair[0].ToString(), pair[^1].ToString()));
}
