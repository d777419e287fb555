using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>
/// Evaluates parts of a template as CloudFormation would, for a stack that lives on a laptop. Only what is asked for is evaluated, so
/// that other resources may use constructs that are not supported here.
/// </summary>
/// <param name="template">The template.</param>
/// <param name="context">The stack's parameters, names and place.</param>
public sealed class TemplateEvaluator(Template template, StackContext context)
{
    // Stands for AWS::NoValue until the property or element that holds it is left out.
    private static readonly JsonNode s_noValue = JsonValue.Create("AWS::NoValue");

    private readonly TemplateConditions _conditions = new(template);
    private readonly TemplateParameters _parameters = new(template, context);

    /// <summary>The properties of a resource, with every intrinsic function replaced by its value.</summary>
    /// <param name="logicalId">The name of the resource within the template.</param>
    /// <param name="type">The type that it has to have, such as <c>AWS::S3::Bucket</c>.</param>
    /// <exception cref="TemplateException">
    /// The resource is missing or of another type, a parameter has no value, or an intrinsic function is used that is not supported.
    /// </exception>
    public JsonObject Properties(string logicalId, string type) =>
        template.Require(logicalId, type).Node.Children.TryGetValue("Properties", out var properties)
            ? Evaluate(properties) as JsonObject ?? throw template.Fault($"the properties of {logicalId} are no mapping", properties)
            : [];

    /// <summary>A resource as a whole: its type, its properties and what stands beside them, such as its deletion policy.</summary>
    /// <param name="resource">A resource of the template.</param>
    /// <exception cref="TemplateException">A parameter has no value, or an intrinsic function is used that is not supported.</exception>
    public JsonObject Resource(TemplateResource resource) => (JsonObject)Evaluate(resource.Node)!;

    /// <summary>Whether the stack has a resource: it bears no condition, or one that holds.</summary>
    /// <param name="resource">A resource of the template.</param>
    /// <exception cref="TemplateException">The condition cannot be evaluated.</exception>
    public bool Includes(TemplateResource resource) => Holds(resource.Node);

    /// <summary>The values of the outputs that the stack has, by name.</summary>
    /// <exception cref="TemplateException">A condition or a value cannot be evaluated.</exception>
    public IReadOnlyDictionary<string, string> Outputs() => template.Section("Outputs")
        .Where(output => Holds(output.Value))
        .ToDictionary(output => output.Key, output => EvaluateText(Entry(output.Value, "Value")!), StringComparer.Ordinal);

    internal JsonNode? Evaluate(YamlNode node) => Intrinsic.At(node) is { } call ? Call(call) : Plain(node);

    internal string EvaluateText(YamlNode node) => Text(Evaluate(node), node);

    internal YamlNode[] Arguments(Intrinsic call, int count) =>
        call.Argument is YamlSequenceNode { Children: var items } && items.Count == count
            ? [.. items]
            : throw template.Fault($"{call.Name} takes a list of {count}", call.Argument);

    private bool Holds(YamlNode conditional) =>
        Entry(conditional, "Condition") is not { } condition || _conditions.Holds(template.Text(condition), this, condition);

    private YamlNode? Entry(YamlNode mapping, string key) => template.Entries(mapping).FirstOrDefault(entry => entry.Key == key).Value;

    private JsonNode? Call(Intrinsic call) => call.Name switch
    {
        "Ref" => Reference(template.Text(call.Argument), call.Argument),
        "Fn::GetAtt" => Attribute(call),
        "Fn::If" => If(call),
        "Fn::Join" => ListFunctions.Join(call, template, this),
        "Fn::Select" => ListFunctions.Select(call, template, this),
        "Fn::Split" => ListFunctions.Split(call, template, this),
        "Fn::Sub" => Substitute(call),
        _ => throw template.Fault($"{call.Name} is not supported here; Ref, GetAtt, If, Join, Select, Split and Sub are", call.Argument),
    };

    private JsonNode Reference(string name, YamlNode at) =>
        name == "AWS::NoValue" ? s_noValue
        : context.PseudoParameter(name) is { } pseudo ? pseudo
        : _parameters.Find(name, at) is { } parameter ? parameter
        : template.Resources.TryGetValue(name, out var resource) ? PhysicalId(resource, at)
        : throw template.Fault($"Ref {name}: there is no parameter or resource of that name", at);

    private string PhysicalId(TemplateResource resource, YamlNode at) =>
        ResourceNames.Find(resource, context, this)
            ?? throw template.Fault($"Ref {resource.LogicalId}: a {resource.Type} has no physical id on a laptop", at);

    private JsonValue Attribute(Intrinsic call)
    {
        var path = call.Argument is YamlSequenceNode
            ? string.Join('.', Arguments(call, 2).Select(template.Text))
            : template.Text(call.Argument);
        return JsonValue.Create(Attribute(path, call.Argument));
    }

    private string Attribute(string path, YamlNode at)
    {
        if (path.Split('.', 2) is not [var logicalId, var attribute])
        {
            throw template.Fault($"GetAtt {path} names no attribute", at);
        }

        var resource = template.Resources.GetValueOrDefault(logicalId)
            ?? throw template.Fault($"GetAtt {path}: there is no resource {logicalId}", at);
        return ResourceAttributes.Find(resource, attribute, context)
            ?? throw template.Fault($"GetAtt {path}: attribute {attribute} of a {resource.Type} is not known on a laptop", at);
    }

    private JsonNode? If(Intrinsic call) => Arguments(call, 3) is [var condition, var then, var otherwise]
        ? Evaluate(_conditions.Holds(template.Text(condition), this, condition) ? then : otherwise)
        : null;

    private JsonValue Substitute(Intrinsic call)
    {
        var (text, variables) = call.Argument is YamlSequenceNode
            ? (template.Text(Arguments(call, 2)[0]), template.Entries(Arguments(call, 2)[1]).ToDictionary(StringComparer.Ordinal))
            : (template.Text(call.Argument), []);
        return JsonValue.Create(Substitution.Replace(text, name =>
            variables.TryGetValue(name, out var variable) ? EvaluateText(variable)
            : name.Contains('.') ? Attribute(name, call.Argument)
            : Text(Reference(name, call.Argument), call.Argument)));
    }

    private string Text(JsonNode? node, YamlNode at) =>
        node is JsonValue value ? value.ToString() : throw template.Fault("a text is expected here", at);

    private JsonNode? Plain(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(template.Entries(mapping)
            .Select(entry => KeyValuePair.Create(entry.Key, Evaluate(entry.Value)))
            .Where(entry => entry.Value != s_noValue)),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Evaluate).Where(item => item != s_noValue)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Scalar(scalar.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw template.Fault("this is not data", node),
    };

    private static JsonNode? Scalar(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "True" => JsonValue.Create(true),
        "false" or "False" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
