using Iris.Tests.Support;
using LocalAws.CloudFormation;

namespace Iris.Tests.Infrastructure;

/// <summary>cloudformation/app.yaml, with values for its parameters as a deployment would give them.</summary>
internal static class AppTemplate
{
    public static string Text { get; } = File.ReadAllText(Repository.PathOf("cloudformation", "app.yaml"));

    /// <summary>The resources of the template, or of a mutant of it, with every intrinsic function evaluated.</summary>
    public static IReadOnlyList<Resource> Resources(string text)
    {
        var template = Template.Parse(text, "app.yaml");
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            AccountId = "123456789012",
            StackName = "iris",
            Parameters = new Dictionary<string, string>
            {
                ["SiteOrigins"] = "https://iris.example",
                ["ImageProcessorArn"] = "arn:aws:lambda:us-east-1:123456789012:function:iris-ImageProcessor",
            },
            PhysicalIds = template.Resources.Keys.ToDictionary(id => id, id => $"iris-{id}".ToLowerInvariant()),
        });
        return [.. template.Resources.Values.Select(resource => new Resource(resource.LogicalId, resource.Type, evaluator.Resource(resource)))];
    }
}
