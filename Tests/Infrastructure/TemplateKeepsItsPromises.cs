using System.Text;
using Iris.Tests.Infrastructure.Mutants;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure;

public sealed class TemplateKeepsItsPromises
{
    private static readonly Rule[] s_rules =
    [
        .. DataRules.All, .. UploadRules.All, .. PolicyRules.All, .. SecurityHeaderRules.All,
        .. FunctionRules.All, .. HttpApiRules.All, .. DistributionRules.All, .. RoleRules.All, .. OperationRules.All,
    ];

    public static TheoryData<string> Rules => [.. s_rules.Select(rule => rule.Name)];

    public static TheoryData<string, string, string> Mutants => [.. Mutant.All.Select(mutant => (mutant.Rule, mutant.Original, mutant.Change))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_resource_breaks_the_rule(string rule) => Assert.Empty(Named(rule).Broken(AppTemplate.Good));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_speaks_of_a_resource_that_exists(string rule) =>
        Assert.Contains(AppTemplate.Good, resource => resource.Type == Named(rule).Type);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_change_for_the_worse_breaks_the_rule(string rule, string original, string change)
    {
        var resources = AppTemplate.Resources(new Mutant(rule, original, change).Apply(AppTemplate.Text));

        Assert.NotEmpty(Named(rule).Broken(resources));
    }

    [Fact]
    public void Every_rule_has_a_mutant_that_breaks_it() =>
        Assert.Empty(s_rules.Select(rule => rule.Name).Except(Mutant.All.Select(mutant => mutant.Rule)));

    /// <summary>CloudFormation takes a template of this size as it is; a larger one would have to go by way of a bucket.</summary>
    [Fact]
    public void The_template_fits_into_a_request() => Assert.InRange(Encoding.UTF8.GetByteCount(AppTemplate.Text), 1, 51_200);

    private static Rule Named(string name) => s_rules.Single(rule => rule.Name == name);
}
