using System.Xml.Linq;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Something that happened to a resource of a stack.</summary>
internal sealed record StackEvent(string Id, string LogicalId, string ResourceType, string Status, string Reason)
{
    public bool IsFailure => Status.EndsWith("_FAILED", StringComparison.Ordinal);

    /// <summary>It failed only because another resource had failed.</summary>
    public bool IsConsequence => Reason.Contains("cancelled", StringComparison.OrdinalIgnoreCase);

    public static StackEvent Read(XElement stackEvent) => new(
        Text(stackEvent, "EventId"),
        Text(stackEvent, "LogicalResourceId"),
        Text(stackEvent, "ResourceType"),
        Text(stackEvent, "ResourceStatus"),
        Text(stackEvent, "ResourceStatusReason"));

    public override string ToString() =>
        Reason.Length == 0 ? $"{LogicalId} ({ResourceType}): {Status}" : $"{LogicalId} ({ResourceType}): {Status}, {Reason}";

    private static string Text(XElement element, string name) => element.Element(name)?.Value ?? "";
}
