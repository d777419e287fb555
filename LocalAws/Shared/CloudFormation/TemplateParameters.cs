using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>The template's <c>Parameters</c> with the values that the stack gives them, checked as CloudFormation checks them.</summary>
internal sealed class TemplateParameters
{
    private readonly Template _template;
    private readonly StackContext _context;
    private readonly Dictionary<string, YamlMappingNode> _declarations;

    public TemplateParameters(Template template, StackContext context)
    {
        _template = template;
        _context = context;
        _declarations = template.Section("Parameters").ToDictionary(
            entry => entry.Key,
            entry => entry.Value as YamlMappingNode ?? throw template.Fault($"parameter {entry.Key} is no mapping", entry.Value),
            StringComparer.Ordinal);
        if (context.Parameters.Keys.FirstOrDefault(name => !_declarations.ContainsKey(name)) is { } unknown)
        {
            throw template.Fault(
                $"parameter {unknown} was given but is not declared; declared are {string.Join(", ", _declarations.Keys)}");
        }
    }

    /// <summary>The value of a parameter (a list type gives an array), or null when no parameter has that name.</summary>
    public JsonNode? Find(string name, YamlNode at)
    {
        if (!_declarations.TryGetValue(name, out var declaration))
        {
            return null;
        }

        var text = _context.Parameters.GetValueOrDefault(name) ?? Attribute(declaration, "Default")
            ?? throw _template.Fault($"parameter {name} has neither a value nor a default", at);
        var isList = Attribute(declaration, "Type") is "CommaDelimitedList" or "List<Number>" or "List<String>";
        string[] values = isList ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
        foreach (var value in values)
        {
            Check(name, value, declaration);
        }

        return isList ? new JsonArray([.. values.Select(value => JsonValue.Create(value))]) : JsonValue.Create(text);
    }

    private void Check(string name, string value, YamlMappingNode declaration)
    {
        if (Attribute(declaration, "AllowedPattern") is { } pattern
            && !Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            throw _template.Fault(
                $"parameter {name} is '{value}'. {Attribute(declaration, "ConstraintDescription") ?? $"It has to match {pattern}"}",
                declaration);
        }

        if (declaration.Children.TryGetValue("AllowedValues", out var allowed) && allowed is YamlSequenceNode choices
            && !choices.Select(_template.Text).Contains(value))
        {
            throw _template.Fault(
                $"parameter {name} is '{value}', allowed are {string.Join(", ", choices.Select(_template.Text))}", declaration);
        }
    }

    private string? Attribute(YamlMappingNode declaration, string key) =>
        declaration.Children.TryGetValue(key, out var value) ? _template.Text(value) : null;
}
