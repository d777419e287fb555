using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;
using Iris.Tests.Support;
using LocalAws.Shared.CloudFormation;

namespace Iris.Tests.Infrastructure.Bootstrap;

/// <summary>cloudformation/bootstrap.yaml, evaluated for a stack named iris.</summary>
internal static class BootstrapTemplate
{
    public static IReadOnlyList<Resource> Resources { get; } = Read();

    /// <summary>The most that a function of the stack may do.</summary>
    public static JsonNode FunctionBoundary { get; } =
        Resources.Single(resource => resource.LogicalId == nameof(FunctionBoundary))["Properties.PolicyDocument"]!;

    public static IReadOnlyList<JsonNode> PoliciesOf(string role) =>
    [
        .. Resources.Single(resource => resource.LogicalId == role).Each("Properties.Policies").Select(policy => policy["PolicyDocument"]!),
        .. Resources.Where(resource => resource.Type == "AWS::IAM::RolePolicy" && resource.Text("Properties.RoleName") == $"bootstrap-{role.ToLowerInvariant()}")
            .Select(policy => policy["Properties.PolicyDocument"]!),
    ];

    private static Resource[] Read()
    {
        var template = Template.Load(Repository.PathOf("cloudformation", "bootstrap.yaml"));
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            AccountId = AppTemplate.AccountId,
            StackName = "bootstrap",
            Parameters = new Dictionary<string, string> { ["GitHubRepository"] = "owner/iris" },
            PhysicalIds = template.Resources.Keys.ToDictionary(id => id, id => $"bootstrap-{id.ToLowerInvariant()}"),
        });
        return [.. template.Resources.Values.Select(resource => new Resource(resource.LogicalId, resource.Type, evaluator.Resource(resource)))];
    }
}
