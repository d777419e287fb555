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
    ];
}
