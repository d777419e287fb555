using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>
/// A CloudFormation template in YAML, as it stands in the file. Nothing is evaluated until <see cref="TemplateEvaluator"/> is asked for it.
/// </summary>
public sealed class Template
{
    private readonly YamlMappingNode _root;

    private Template(string name, YamlMappingNode root)
    {
        Name = name;
        _root = root;
        ParameterNames = Section("Parameters").Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        Resources = Section("Resources")
            .ToDictionary(entry => entry.Key, entry => Resource(entry.Key, entry.Value), StringComparer.Ordinal);
    }

    /// <summary>What errors call the template: its path.</summary>
    public string Name { get; }

    /// <summary>The names of the parameters that the template declares.</summary>
    public IReadOnlySet<string> ParameterNames { get; }

    /// <summary>The resources by logical id.</summary>
    public IReadOnlyDictionary<string, TemplateResource> Resources { get; }

    /// <summary>Reads a template from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="TemplateException">The file is missing or is no template.</exception>
    public static Template Load(string path) =>
        File.Exists(path) ? Parse(File.ReadAllText(path), path) : throw new TemplateException(path, 0, "there is no such file");

    /// <summary>Reads a template from text.</summary>
    /// <param name="yaml">The text of the template.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="TemplateException">The text is not YAML, or not a template.</exception>
    public static Template Parse(string yaml, string name)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new TemplateException(name, exception.Start.Line, $"not YAML ({exception.Message})");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new Template(name, root)
            : throw new TemplateException(name, 1, "a template is one YAML document with a mapping at its root");
    }

    /// <summary>The resource of that logical id, which has to be of that type.</summary>
    /// <param name="logicalId">The name of the resource within the template.</param>
    /// <param name="type">The resource type, such as <c>AWS::S3::Bucket</c>.</param>
    /// <exception cref="TemplateException">There is none, or it is of another type.</exception>
    public TemplateResource Require(string logicalId, string type) =>
        !Resources.TryGetValue(logicalId, out var resource) ? throw Fault($"there is no resource {logicalId} (expected one of type {type})")
        : resource.Type != type ? throw Fault($"{logicalId} is of type {resource.Type}, not {type}", resource.Node)
        : resource;

    internal IEnumerable<KeyValuePair<string, YamlNode>> Section(string name) =>
        _root.Children.TryGetValue(name, out var section) ? Entries(section) : [];

    internal IEnumerable<KeyValuePair<string, YamlNode>> Entries(YamlNode node) => node is YamlMappingNode mapping
        ? mapping.Children.Select(child => KeyValuePair.Create(Text(child.Key), child.Value))
        : throw Fault("a mapping is expected here", node);

    internal string Text(YamlNode node) =>
        node is YamlScalarNode { Value: { } value } ? value : throw Fault("a text is expected here", node);

    internal TemplateException Fault(string reason, YamlNode? at = null) => new(Name, at?.Start.Line ?? 0, reason);

    private TemplateResource Resource(string logicalId, YamlNode node) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue("Type", out var type)
            ? new TemplateResource(logicalId, Text(type), mapping)
            : throw Fault($"resource {logicalId} has no Type", node);
}

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

/// <summary>A template that cannot be read or evaluated here; the message names the file, the line and the construct.</summary>
/// <param name="template">The template's path or name.</param>
/// <param name="line">The line at fault, counted from 1, or 0 when the fault has no place in the file.</param>
/// <param name="reason">What is wrong, as a sentence without a full stop.</param>
public sealed class TemplateException(string template, long line, string reason)
    : Exception(line > 0 ? $"{template}, line {line}: {reason}." : $"{template}: {reason}.")
{
    /// <summary>The line at fault, counted from 1, or 0 when the fault has no place in the file.</summary>
    public long Line => line;
}
