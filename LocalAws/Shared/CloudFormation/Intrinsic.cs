using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>
/// A call of an intrinsic function, written <c>!Sub x</c> or <c>Fn::Sub: x</c>; <c>Ref</c> and <c>Condition</c> carry no prefix.
/// </summary>
internal sealed record Intrinsic(string Name, YamlNode Argument)
{
    /// <summary>The call that stands at a node, or null when the node is plain data.</summary>
    public static Intrinsic? At(YamlNode node) => ShortForm(node) ?? LongForm(node);

    private static Intrinsic? ShortForm(YamlNode node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value switch
    {
        "!Ref" => new("Ref", node),
        "!Condition" => new("Condition", node),
        ['!', not '!', ..] tag => new($"Fn::{tag[1..]}", node),
        _ => null,
    };

    // "Condition: X" is left out on purpose: it is a key of many resources too, so only the evaluation of conditions looks for it.
    private static Intrinsic? LongForm(YamlNode node) =>
        node is YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: { } name }, Value: var argument }] }
        && (name is "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal))
            ? new(name, argument)
            : null;
}

/// <summary>The <c>${Name}</c> of Fn::Sub; <c>${!Name}</c> is its escape and stands for the text <c>${Name}</c>.</summary>
internal static partial class Substitution
{
    public static string Replace(string text, Func<string, string> value) => Placeholder().Replace(text, match =>
        match.Groups["escape"].Success ? $"${{{match.Groups["name"].Value}}}" : value(match.Groups["name"].Value.Trim()));

    [GeneratedRegex(@"\$\{(?<escape>!)?(?<name>[^}]*)\}")]
    private static partial Regex Placeholder();
}
