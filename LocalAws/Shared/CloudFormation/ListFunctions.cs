using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalAws.Shared.CloudFormation;

/// <summary>The intrinsic functions that make a text of a list, or a list of a text.</summary>
internal static class ListFunctions
{
    public static JsonValue Join(Intrinsic call, Template template, TemplateEvaluator evaluator)
    {
        var arguments = evaluator.Arguments(call, 2);
        var items = evaluator.Evaluate(arguments[1]) as JsonArray ?? throw template.Fault("Fn::Join joins a list", arguments[1]);
        return JsonValue.Create(string.Join(template.Text(arguments[0]), items));
    }

    public static JsonNode? Select(Intrinsic call, Template template, TemplateEvaluator evaluator)
    {
        var arguments = evaluator.Arguments(call, 2);
        var items = evaluator.Evaluate(arguments[1]) as JsonArray ?? throw template.Fault("Fn::Select selects from a list", arguments[1]);
        return int.TryParse(evaluator.EvaluateText(arguments[0]), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < items.Count
            ? items[index]?.DeepClone()
            : throw template.Fault($"Fn::Select: the list has {items.Count} items, counted from 0", arguments[0]);
    }

    public static JsonArray Split(Intrinsic call, Template template, TemplateEvaluator evaluator)
    {
        var arguments = evaluator.Arguments(call, 2);
        return [.. evaluator.EvaluateText(arguments[1]).Split(template.Text(arguments[0])).Select(part => JsonValue.Create(part))];
    }
}
