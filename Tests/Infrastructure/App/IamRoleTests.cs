using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>How roles are written. Whether a role allows what its function calls and nothing else is asked in Iam.</summary>
public sealed class IamRoleTests : RuleTests<IamRoleTests>, ITopic
{
    private const string Role = "AWS::IAM::Role";
    private const string RolePolicy = "AWS::IAM::RolePolicy";

    // Of these AWS knows no resource.
    private static readonly string[] s_withoutResource = ["rekognition:DetectLabels", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a role is for Lambda", Role, role => role.Each("Properties.AssumeRolePolicyDocument.Statement").All(statement =>
            statement.Text("Principal.Service") == "lambda.amazonaws.com"))
        { Mutants = [new("Principal: { Service: lambda.amazonaws.com }", "Principal: { Service: lambda.amazon.com }")] },
        new("a role has the boundary that the pipeline may not leave out", Role, role =>
            role.Text("Properties.PermissionsBoundary") == $"arn:aws:iam::{AppTemplate.AccountId}:policy/deployment/iris-functions-us-east-1")
        { Mutants = [new("policy/deployment/", "policy/")] },
        .. Both(
            "allows no action by wildcard",
            statement => statement.Texts("Action").All(action => !action.Contains('*')),
            new("Action: [logs:CreateLogStream, logs:PutLogEvents]", "Action: '*'"),
            new(
                "Action: rekognition:DetectLabels",
                "Action: rekognition:*")),
        .. Both(
            "allows nothing on everything but what has no resource",
            statement => !statement.Texts("Resource").Contains("*") || !statement.Texts("Action").Except(s_withoutResource).Any(),
            new("Resource: !GetAtt ImageProcessorLogs.Arn", "Resource: '*'"),
            new(
                "Action: [dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:UpdateItem]\n            Resource: !GetAtt ImageTable.Arn",
                "Action: [dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:UpdateItem]\n            Resource: '*'")),
    ];

    private static Rule[] Both(string name, Func<JsonNode, bool> holds, Mutant ofRole, Mutant ofPolicy) =>
    [
        new($"a role {name}", Role, role => role.Each("Properties.Policies").SelectMany(policy => policy.Each("PolicyDocument.Statement")).All(holds))
        {
            Mutants = [ofRole],
        },
        new($"a role's policy {name}", RolePolicy, policy => policy.Each("Properties.PolicyDocument.Statement").All(holds)) { Mutants = [ofPolicy] },
    ];
}
