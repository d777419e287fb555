using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>The role of a function of the template, with all its policies.</summary>
internal sealed record FunctionRole(string Function, IReadOnlyList<JsonNode> Policies)
{
    public string Principal => $"arn:aws:sts::{AppTemplate.AccountId}:assumed-role/iris-{Function.ToLowerInvariant()}role/{Function}";

    public static FunctionRole Of(string function, IReadOnlyList<Resource> stack)
    {
        var name = $"iris-{function.ToLowerInvariant()}role";
        var inline = stack.Single(resource => resource.LogicalId == $"{function}Role").Each("Properties.Policies")
            .Select(policy => policy["PolicyDocument"]!);
        var attached = stack.Where(resource => resource.Type == "AWS::IAM::RolePolicy" && resource.Text("Properties.RoleName") == name)
            .Select(policy => policy["Properties.PolicyDocument"]!);
        return new(function, [.. inline, .. attached]);
    }
}
