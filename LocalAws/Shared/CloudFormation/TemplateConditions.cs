using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>The template's <c>Conditions</c>, evaluated when an <c>Fn::If</c> asks for one.</summary>
internal sealed class TemplateConditions(Template template)
{
    private readonly Dictionary<string, YamlNode> _conditions = template.Section("Conditions").ToDictionary(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public bool Holds(string name, TemplateEvaluator evaluator, YamlNode at)
    {
        var condition = _conditions.GetValueOrDefault(name) ?? throw template.Fault($"there is no condition {name}", at);
        if (!_open.Add(name))
        {
            throw template.Fault($"condition {name} depends on itself", condition);
        }

        var holds = Evaluate(condition, evaluator);
        _open.Remove(name);
        return holds;
    }

    private bool Evaluate(YamlNode node, TemplateEvaluator evaluator) => (Intrinsic.At(node) ?? Named(node)) switch
    {
        { Name: "Condition" } call => Holds(template.Text(call.Argument), evaluator, node),
        { Name: "Fn::Equals" } call => Equals(evaluator.Arguments(call, 2), evaluator),
        { Name: "Fn::Not" } call => !Evaluate(evaluator.Arguments(call, 1)[0], evaluator),
        { Name: "Fn::And" } call => Operands(call).All(operand => Evaluate(operand, evaluator)),
        { Name: "Fn::Or" } call => Operands(call).Any(operand => Evaluate(operand, evaluator)),
        { Name: var other } =>
            throw template.Fault($"{other} is not supported in a condition; And, Condition, Equals, Not and Or are", node),
        null => throw template.Fault("a condition is expected here", node),
    };

    private static bool Equals(YamlNode[] pair, TemplateEvaluator evaluator) =>
        evaluator.EvaluateText(pair[0]) == evaluator.EvaluateText(pair[1]);

    private YamlSequenceNode Operands(Intrinsic call) =>
        call.Argument as YamlSequenceNode ?? throw template.Fault($"{call.Name} takes a list", call.Argument);

    private static Intrinsic? Named(YamlNode node) =>
        node is YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: "Condition" }, Value: var name }] }
            ? new("Condition", name)
            : null;
}
