using System.Xml.Linq;
using Amazon.CloudFormation.Model;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>A stack as CloudFormation describes it.</summary>
internal sealed record Stack(string Id, string Status, IReadOnlyList<Output> Outputs, IReadOnlyDictionary<string, string> Tags)
{
    public bool IsInProgress => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && Status != "REVIEW_IN_PROGRESS";

    /// <summary>Its first creation failed or was only planned: nothing of it is left but its name, which is in the way.</summary>
    public bool NeverWas => Status is "ROLLBACK_COMPLETE" or "REVIEW_IN_PROGRESS";

    public bool IsUsable => Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE";

    /// <summary>An update failed and was undone: it is as it was, and can be updated.</summary>
    public bool IsAsItWas => Status == "UPDATE_ROLLBACK_COMPLETE";

    public static Stack Read(XElement stack) => new(
        stack.Element("StackId")?.Value ?? "",
        stack.Element("StackStatus")?.Value ?? "",
        [.. Members(stack, "Outputs").Select(static output => new Output { OutputKey = output.Element("OutputKey")!.Value, OutputValue = output.Element("OutputValue")?.Value ?? "" })],
        Members(stack, "Tags").ToDictionary(static tag => tag.Element("Key")!.Value, static tag => tag.Element("Value")?.Value ?? ""));

    private static IEnumerable<XElement> Members(XElement stack, string list) => stack.Element(list)?.Elements() ?? [];
}
