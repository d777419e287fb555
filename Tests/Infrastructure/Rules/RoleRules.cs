using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Rules;

internal static class RoleRules
{
    private const string Role = "AWS::IAM::Role";
    private const string RolePolicy = "AWS::IAM::RolePolicy";

    // Of these AWS knows no resource.
    private static readonly string[] s_withoutResource = ["rekognition:DetectLabels", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    private static readonly string[] s_services =
        ["apigateway.amazonaws.com", "cloudfront.amazonaws.com", "lambda.amazonaws.com", "s3.amazonaws.com"];

    public static Rule[] All { get; } =
    [
        new("a role is for Lambda", Role, role => role.Each("Properties.AssumeRolePolicyDocument.Statement").All(statement =>
            statement.Text("Principal.Service") == "lambda.amazonaws.com")),
        .. Both("allows no action by wildcard", statement => statement.Texts("Action").All(action => !action.Contains('*'))),
        .. Both("allows nothing on everything but what has no resource", statement =>
            !statement.Texts("Resource").Contains("*") || !statement.Texts("Action").Except(s_withoutResource).Any()),
        new("a permission is for a service that exists", "AWS::Lambda::Permission", permission => s_services.Contains(permission.Text("Properties.Principal"))),
    ];

    private static Rule[] Both(string name, Func<JsonNode, bool> holds) =>
    [
        new($"a role {name}", Role, role => role.Each("Properties.Policies").SelectMany(policy => policy.Each("PolicyDocument.Statement")).All(holds)),
        new($"a role's policy {name}", RolePolicy, policy => policy.Each("Properties.PolicyDocument.Statement").All(holds)),
    ];
}
