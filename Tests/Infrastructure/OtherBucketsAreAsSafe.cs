using Iris.Tests.Infrastructure.Iam;
using Iris.Tests.Infrastructure.Rules;
using Iris.Tests.Support;
using LocalAws.CloudFormation;

namespace Iris.Tests.Infrastructure;

/// <summary>What is true of every bucket of app.yaml is true of those of the other templates.</summary>
public sealed class OtherBucketsAreAsSafe
{
    public static TheoryData<string> RulesOfBuckets =>
    [
        "a bucket blocks public access by all four flags",
        "a bucket's owner owns every object",
        "a bucket is encrypted",
        "a bucket drops incomplete uploads within a week",
        "a bucket is reached over TLS alone",
        "a bucket policy allows nothing to everyone",
    ];

    [Theory]
    [MemberData(nameof(RulesOfBuckets))]
    public void No_bucket_breaks_the_rule(string name)
    {
        var rule = DataRules.All.Concat(PolicyRules.All).Single(rule => rule.Name == name);

        Assert.Contains(Developers(), resource => resource.Type == rule.Type);
        Assert.Empty(rule.Broken(Developers()));
        Assert.Contains(BootstrapTemplate.Resources, resource => resource.Type == rule.Type);
        Assert.Empty(rule.Broken(BootstrapTemplate.Resources));
    }

    private static Resource[] Developers()
    {
        var template = Template.Load(Repository.PathOf("cloudformation", "dev.yaml"));
        var evaluator = new TemplateEvaluator(template, new StackContext { PhysicalIds = template.Resources.Keys.ToDictionary(id => id) });
        return [.. template.Resources.Values.Select(resource => new Resource(resource.LogicalId, resource.Type, evaluator.Resource(resource)))];
    }
}
