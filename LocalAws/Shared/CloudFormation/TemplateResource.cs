using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>One entry of the template's <c>Resources</c>.</summary>
public sealed class TemplateResource
{
    internal TemplateResource(string logicalId, string type, YamlMappingNode node)
    {
        LogicalId = logicalId;
        Type = type;
        Node = node;
    }

    /// <summary>The name of the resource within the template.</summary>
    public string LogicalId { get; }

    /// <summary>The resource type, such as <c>AWS::S3::Bucket</c>.</summary>
    public string Type { get; }

    /// <summary>The line on which the resource begins, counted from 1.</summary>
    public long Line => Node.Start.Line;

    internal YamlMappingNode Node { get; }
}
