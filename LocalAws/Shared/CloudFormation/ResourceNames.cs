using YamlDotNet.RepresentationModel;

namespace LocalAws.Shared.CloudFormation;

/// <summary>
/// What <c>Ref</c> gives of a resource: the name that the stack knows, or for functions and their aliases the one that a laptop gives them.
/// </summary>
internal static class ResourceNames
{
    public static string? Find(TemplateResource resource, StackContext context, TemplateEvaluator evaluator) => resource.Type switch
    {
        _ when context.PhysicalIds.TryGetValue(resource.LogicalId, out var physicalId) => physicalId,
        "AWS::Lambda::Function" => OfFunction(resource, context),
        "AWS::Lambda::Alias" when Property(resource, "FunctionName") is { } function && Property(resource, "Name") is { } name =>
            $"arn:aws:lambda:{context.Region}:{context.AccountId}:function:{evaluator.EvaluateText(function)}:{evaluator.EvaluateText(name)}",
        _ => null,
    };

    // On a laptop a function that the template leaves unnamed goes by its logical id.
    public static string OfFunction(TemplateResource function, StackContext context) =>
        context.PhysicalIds.GetValueOrDefault(function.LogicalId)
        ?? (Property(function, "FunctionName") is YamlScalarNode { Tag.IsEmpty: true, Value: { } name } ? name : function.LogicalId);

    private static YamlNode? Property(TemplateResource resource, string name) =>
        resource.Node.Children.TryGetValue("Properties", out var properties)
        && properties is YamlMappingNode mapping
        && mapping.Children.TryGetValue(name, out var value)
            ? value
            : null;
}
