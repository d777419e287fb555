using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

/// <summary>What AWS invokes is an alias, by a permission that names who may.</summary>
public sealed class LambdaAliasTests : RuleTests<LambdaAliasTests>, ITopic
{
    private const string Alias = "AWS::Lambda::Alias";
    private const string Permission = "AWS::Lambda::Permission";

    private static readonly string[] s_services =
        ["apigateway.amazonaws.com", "cloudfront.amazonaws.com", "lambda.amazonaws.com", "s3.amazonaws.com"];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("an alias is live and points at the version", Alias, alias =>
            alias.Text("Properties.Name") == "live" && alias.Text("Properties.FunctionVersion") is "7" or "4")
        { Mutants = [new("FunctionVersion: !GetAtt ImageApiVersion.Version", "FunctionVersion: $LATEST")] },
        new("an alias may be invoked", Alias, (alias, stack) => stack.Any(resource =>
            resource.Type == Permission && resource.Text("Properties.FunctionName") == ArnOf(alias)))
        {
            Mutants =
            [
                new("FunctionName: !Ref ImageProcessorLive\n      Action", "FunctionName: !Ref ImageProcessor\n      Action"),
                new(
                    "Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref ImageApiLive",
                    "Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref ImageApi"),
            ],
        },
        new("a service may invoke for this account's resources alone", Permission, permission =>
            permission.Text("Properties.SourceArn") is { } source
            && (source.Contains(AppTemplate.AccountId, StringComparison.Ordinal) || permission.Text("Properties.SourceAccount") == AppTemplate.AccountId))
        {
            Mutants =
            [
                new("      SourceAccount: !Ref AWS::AccountId\n", ""),
                new("      SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpApi}/*/*/api/*\n", ""),
            ],
        },
        new(
            "a permission is for a service that exists",
            "AWS::Lambda::Permission",
            permission => s_services.Contains(permission.Text("Properties.Principal")))
        { Mutants = [new("Principal: apigateway.amazonaws.com", "Principal: apigateway.amazon.com")] },
    ];

    private static string ArnOf(Resource alias) =>
        $"arn:aws:lambda:us-east-1:{AppTemplate.AccountId}:function:{alias.Text("Properties.FunctionName")}:{alias.Text("Properties.Name")}";
}
