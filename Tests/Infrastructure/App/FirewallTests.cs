using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

public sealed class FirewallTests : RuleTests<FirewallTests>, ITopic
{
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a firewall that is asked for stands before the distribution", "AWS::CloudFront::Distribution", distribution =>
            distribution.Text("Properties.DistributionConfig.WebACLId")?.StartsWith("arn:aws:wafv2:", StringComparison.Ordinal) == true)
        { Mutants = [new("        WebACLId: !If [HasWaf, !GetAtt WebAcl.Arn, !Ref AWS::NoValue]\n", "")] },
        new("a firewall says 429, which no error page replaces", "AWS::WAFv2::WebACL", acl =>
            acl.Text("Properties.Scope") == "CLOUDFRONT"
            && acl.Each("Properties.Rules").All(rule => rule.Text("Action.Block.CustomResponse.ResponseCode") == "429"))
        {
            Mutants =
            [
                new("Action: { Block: { CustomResponse: { ResponseCode: 429 } } }", "Action: { Block: {} }"),
                new("Scope: CLOUDFRONT", "Scope: REGIONAL"),
            ],
        },
        new("a firewall reads a path as whoever answers does", "AWS::WAFv2::WebACL", acl => acl.Each("Properties.Rules")
            .All(rule => rule.Each("Statement.RateBasedStatement.ScopeDownStatement.ByteMatchStatement.TextTransformations")
                .OrderBy(step => (long?)step.At("Priority")).Select(step => step.Text("Type")).SequenceEqual(["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"])))
        {
            Mutants =
            [
                new("                    - { Priority: 0, Type: URL_DECODE }\n", ""),
                new("Type: NORMALIZE_PATH", "Type: NORMALIZE_PATH_WIN"),
                new("Priority: 2, Type: LOWERCASE", "Priority: 2, Type: NONE"),
            ],
        },
        new("one address gets a small part of what is let through for all", "AWS::WAFv2::WebACL", (acl, stack) => acl.Each("Properties.Rules")
            .Select(rule => rule.At("Statement.RateBasedStatement"))
            .All(rate => 20.0 * (long?)rate.At("Limit") / (long?)rate.At("EvaluationWindowSec")
                <= (long?)stack.Single(resource => resource.LogicalId == "HttpApiStage")["Properties.DefaultRouteSettings.ThrottlingRateLimit"]))
        {
            Mutants =
            [
                new("Limit: 300", "Limit: 1000"),
                new("EvaluationWindowSec: 60\n", ""),
            ],
        },
        new("one address announces at most half of what is let through for all", "AWS::WAFv2::WebACL", (acl, stack) => acl.Each("Properties.Rules")
            .Select(rule => rule.At("Statement.RateBasedStatement"))
            .Where(rate => rate.Text("ScopeDownStatement.ByteMatchStatement.SearchString") == "/api/uploads")
            .Select(rate => 2.0 * (long?)rate.At("Limit") / (long?)rate.At("EvaluationWindowSec"))
            .SingleOrDefault(double.MaxValue)
                <= (long?)stack.Single(resource => resource.LogicalId == "HttpApiStage")["Properties.RouteSettings.POST /api/uploads.ThrottlingRateLimit"])
        {
            Mutants =
            [
                new("Limit: 120", "Limit: 240"),
                new("SearchString: /api/uploads", "SearchString: /api/upload-urls"),
            ],
        },
    ];
}
