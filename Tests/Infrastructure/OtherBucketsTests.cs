using Iris.Tests.Infrastructure.App;
using Iris.Tests.Infrastructure.Bootstrap;
using Iris.Tests.Infrastructure.Dev;

namespace Iris.Tests.Infrastructure;

/// <summary>What is true of every bucket of app.yaml is true of those of the other templates.</summary>
public sealed class OtherBucketsTests
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
        var rule = S3PublicAccessTests.Rules.Concat(S3BucketTests.Rules).Single(rule => rule.Name == name);

        Assert.Contains(DevTemplate.Good, resource => resource.Type == rule.Type);
        Assert.Empty(rule.Broken(DevTemplate.Good));
        Assert.Contains(BootstrapTemplate.Resources, resource => resource.Type == rule.Type);
        Assert.Empty(rule.Broken(BootstrapTemplate.Resources));
    }
}
