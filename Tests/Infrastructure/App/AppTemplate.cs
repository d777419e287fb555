using Iris.Tests.Support;
using LocalAws.Shared.CloudFormation;

namespace Iris.Tests.Infrastructure.App;

/// <summary>cloudformation/app.yaml, with values for its parameters as a deployment would give them that turns everything on.</summary>
internal static class AppTemplate
{
    public const string AccountId = "123456789012";

    public static string Text { get; } = File.ReadAllText(Repository.PathOf("cloudformation", "app.yaml"));

    /// <summary>What a deployment says that wants nothing but the site.</summary>
    public static IReadOnlyDictionary<string, string> LeastParameters { get; } = new Dictionary<string, string>
    {
        ["ArtifactBucket"] = "iris-artifacts",
        ["ImageApiArtifact"] = "image-api/0a1b2c.zip",
        ["ImageProcessorArtifact"] = "image-processor/3d4e5f.zip",
        ["SiteOrigins"] = "https://iris.example",
    };

    private static readonly Dictionary<string, string> s_everything = new(LeastParameters)
    {
        ["DomainName"] = "iris.example",
        ["CertificateArn"] = $"arn:aws:acm:us-east-1:{AccountId}:certificate/1",
        ["EnableWaf"] = "true",
        ["OidcIssuer"] = "https://issuer.example/pool",
        ["OidcAudience"] = "iris",
        ["OidcClientId"] = "site",
        ["OidcTokenOrigin"] = "https://tokens.example",
        ["OriginalExpiryDays"] = "90",
        ["BudgetEmail"] = "operator@iris.example",
        ["AlarmTopicArn"] = $"arn:aws:sns:us-east-1:{AccountId}:alarms",
    };

    private static readonly Dictionary<string, string> s_attributes = new()
    {
        ["Distribution.DomainName"] = "d111111abcdef8.cloudfront.net",
        ["FailedEvents.Arn"] = Arn("sqs", "iris-failedevents"),
        ["FailedEvents.QueueName"] = "iris-failedevents",
        ["HttpApi.ApiEndpoint"] = "https://iris-httpapi.execute-api.us-east-1.amazonaws.com",
        ["HttpApiLogs.Arn"] = Arn("logs", "log-group:iris-httpapilogs:*"),
        ["ImageApiLogs.Arn"] = Arn("logs", "log-group:iris-imageapilogs:*"),
        ["ImageApiRole.Arn"] = $"arn:aws:iam::{AccountId}:role/iris-imageapirole",
        ["ImageApiVersion.Version"] = "7",
        ["ImageProcessorLogs.Arn"] = Arn("logs", "log-group:iris-imageprocessorlogs:*"),
        ["ImageProcessorRole.Arn"] = $"arn:aws:iam::{AccountId}:role/iris-imageprocessorrole",
        ["ImageProcessorVersion.Version"] = "4",
        ["SiteRewrite.FunctionARN"] = $"arn:aws:cloudfront::{AccountId}:function/iris-site-rewrite",
        ["WebAcl.Arn"] = Arn("wafv2", "global/webacl/iris/1"),
    };

    public static IReadOnlyList<Resource> Good { get; } = Resources(Text);

    /// <summary>
    /// The resources of the template, or of a mutant of it, with every intrinsic function evaluated and everything turned on.
    /// </summary>
    public static IReadOnlyList<Resource> Resources(string text) => Resources(text, s_everything);

    /// <summary>The resources that a stack with these parameters has.</summary>
    public static IReadOnlyList<Resource> Resources(string text, IReadOnlyDictionary<string, string> parameters)
    {
        var (template, evaluator) = Evaluate(text, parameters);
        return [.. template.Resources.Values
            .Where(evaluator.Includes)
            .Select(resource => new Resource(resource.LogicalId, resource.Type, evaluator.Resource(resource)))];
    }

    public static IReadOnlyDictionary<string, string> Outputs(IReadOnlyDictionary<string, string> parameters) =>
        Evaluate(Text, parameters).Evaluator.Outputs();

    private static (Template Template, TemplateEvaluator Evaluator) Evaluate(string text, IReadOnlyDictionary<string, string> parameters)
    {
        var template = Template.Parse(text, "app.yaml");
        return (template, new TemplateEvaluator(template, new StackContext
        {
            AccountId = AccountId,
            StackName = "iris",
            Parameters = parameters,
            PhysicalIds = template.Resources.Values.Where(resource => resource.Type != "AWS::Lambda::Alias")
                .ToDictionary(resource => resource.LogicalId, PhysicalId),
            Attributes = s_attributes,
        }));
    }

    // What Ref gives of a queue is its URL, of a secret its ARN, and of the rest a name.
    private static string PhysicalId(TemplateResource resource) => resource.Type switch
    {
        "AWS::SQS::Queue" => $"https://sqs.us-east-1.amazonaws.com/{AccountId}/iris-{resource.LogicalId.ToLowerInvariant()}",
        "AWS::SecretsManager::Secret" => Arn("secretsmanager", $"secret:{resource.LogicalId}"),
        _ => $"iris-{resource.LogicalId.ToLowerInvariant()}",
    };

    private static string Arn(string service, string resource) => $"arn:aws:{service}:us-east-1:{AccountId}:{resource}";
}
