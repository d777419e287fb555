using Iris.Tests.Infrastructure.App;
using Iris.Tests.Support;
using LocalAws.Shared.CloudFormation;

namespace Iris.Tests.Infrastructure.Dev;

/// <summary>cloudformation/dev.yaml, as a stack of it would be.</summary>
internal static class DevTemplate
{
    public const string QueueArn = $"arn:aws:sqs:us-east-1:{AppTemplate.AccountId}:iris-dev-uploadevents";
    public const string QueueUrl = $"https://sqs.us-east-1.amazonaws.com/{AppTemplate.AccountId}/iris-dev-uploadevents";

    public static string Text { get; } = File.ReadAllText(Repository.PathOf("cloudformation", "dev.yaml"));

    public static IReadOnlyList<Resource> Good { get; } = Resources(Text);

    /// <summary>The resources of the template, or of a mutant of it, with every intrinsic function evaluated.</summary>
    public static IReadOnlyList<Resource> Resources(string text)
    {
        var template = Template.Parse(text, "dev.yaml");
        var evaluator = Evaluator(template);
        return
        [
            .. template.Resources.Values.Select(resource => new Resource(resource.LogicalId, resource.Type, evaluator.Resource(resource))),
        ];
    }

    public static IReadOnlyDictionary<string, string> Outputs() => Evaluator(Template.Parse(Text, "dev.yaml")).Outputs();

    private static TemplateEvaluator Evaluator(Template template) => new(template, new StackContext
    {
        AccountId = AppTemplate.AccountId,
        StackName = "iris-dev",
        Parameters = new Dictionary<string, string> { ["SiteOrigins"] = "http://localhost:8080" },
        PhysicalIds = new Dictionary<string, string>
        {
            ["ImageBucket"] = "iris-dev-images-local",
            ["ImageTable"] = "iris-dev-imagetable",
            ["UploadEvents"] = QueueUrl,
        },
        Attributes = new Dictionary<string, string> { ["UploadEvents.Arn"] = QueueArn },
    });
}
