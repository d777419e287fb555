using System.Xml.Linq;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Notifications;

/// <summary>
/// The Lambda destinations of a bucket. On the wire a destination is a <c>CloudFunctionConfiguration</c> with a
/// <c>CloudFunction</c>, as Lambda was once called there.
/// </summary>
internal sealed class NotificationConfiguration(IReadOnlyList<NotificationRule> rules)
{
    private static readonly string[] s_supportedEvents =
    [
        "s3:ObjectCreated:*", "s3:ObjectCreated:Put", "s3:ObjectCreated:Copy", "s3:ObjectRemoved:*", "s3:ObjectRemoved:Delete",
    ];

    public static NotificationConfiguration None { get; } = new([]);

    public static NotificationConfiguration Parse(string? xml) =>
        xml is null ? None : new NotificationConfiguration([.. Rules(XElement.Parse(xml))]);

    public IEnumerable<NotificationRule> Matching(string eventName, string key) => rules.Where(rule => rule.Matches(eventName, key));

    public static S3Error? Validate(XElement configuration)
    {
        if (configuration.Elements().FirstOrDefault(element => !IsLambda(element)) is { } destination)
        {
            return S3Error.NotImplemented($"The destination {destination.Name.LocalName} you provided");
        }

        NotificationRule[] parsed = [.. Rules(configuration)];
        return parsed.Select(CheckRule).FirstOrDefault(error => error is not null)
            ?? (Pairs(parsed).Any(pair => pair.First.Overlaps(pair.Second))
                ? S3Error.InvalidArgument(
                    "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.")
                : null);
    }

    private static S3Error? CheckRule(NotificationRule rule) => rule switch
    {
        { FunctionName: "" } => S3Error.InvalidArgument(
            "Unable to validate the following destination configurations: the ARN must be arn:aws:lambda:REGION:ACCOUNT:function:NAME."),
        { Events: [] } => S3Error.MalformedXml(),
        _ when rule.Events.FirstOrDefault(name => !s_supportedEvents.Contains(name)) is { } unknown =>
            S3Error.NotImplemented($"The event {unknown} you provided"),
        _ => null,
    };

    private static IEnumerable<NotificationRule> Rules(XElement configuration) => configuration.Elements().Where(IsLambda).Select(ReadRule);

    private static bool IsLambda(XElement element) =>
        element.Name.LocalName is "CloudFunctionConfiguration" or "LambdaFunctionConfiguration";

    private static NotificationRule ReadRule(XElement element, int index)
    {
        var filters = element.Descendants().Where(filter => filter.Name.LocalName == "FilterRule").ToArray();
        return new NotificationRule(
            element.Child("Id") is { Length: > 0 } id ? id : $"lambda-{index + 1}",
            FunctionName(element.Child("CloudFunction") ?? element.Child("LambdaFunctionArn") ?? ""),
            [.. element.Children("Event").Select(name => name.Value)],
            Filter("prefix"),
            Filter("suffix"));

        string Filter(string name) =>
            filters.FirstOrDefault(filter => name.Equals(filter.Child("Name"), StringComparison.OrdinalIgnoreCase))?.Child("Value") ?? "";
    }

    // arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor, perhaps with :qualifier
    private static string FunctionName(string arn) =>
        arn.Split(':') is ["arn", _, "lambda", { Length: > 0 }, { Length: > 0 }, "function", var name, ..] ? name : "";

    private static IEnumerable<(NotificationRule First, NotificationRule Second)> Pairs(NotificationRule[] all) =>
        all.SelectMany((first, index) => all.Skip(index + 1).Select(second => (first, second)));
}
