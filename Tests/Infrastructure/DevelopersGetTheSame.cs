using System.Text.Json.Nodes;
using Iris.Tests.Support;
using LocalAws.CloudFormation;

namespace Iris.Tests.Infrastructure;

/// <summary>dev.yaml has the bucket and the table of app.yaml, without what only a site that runs needs.</summary>
public sealed class DevelopersGetTheSame
{
    private static readonly Dictionary<string, string> s_origins = new() { ["SiteOrigins"] = "http://localhost:8080" };

    [Theory]
    [InlineData("ImageBucket", "CorsConfiguration")]
    [InlineData("ImageBucket", "PublicAccessBlockConfiguration")]
    [InlineData("ImageBucket", "OwnershipControls")]
    [InlineData("ImageBucket", "BucketEncryption")]
    [InlineData("ImageTable", "BillingMode")]
    [InlineData("ImageTable", "AttributeDefinitions")]
    [InlineData("ImageTable", "KeySchema")]
    [InlineData("ImageTable", "GlobalSecondaryIndexes")]
    [InlineData("ImageTable", "TimeToLiveSpecification")]
    public void A_property_is_the_same_in_both(string logicalId, string property)
    {
        var app = AppTemplate.Resources(AppTemplate.Text, new Dictionary<string, string>(AppTemplate.LeastParameters) { ["SiteOrigins"] = s_origins["SiteOrigins"] })
            .Single(resource => resource.LogicalId == logicalId)[$"Properties.{property}"];

        Assert.NotNull(app);
        Assert.Equal(app.ToJsonString(), Developers(logicalId)[property]?.ToJsonString());
    }

    [Theory]
    [InlineData("ImageBucket")]
    [InlineData("ImageTable")]
    public void Nothing_is_kept_when_the_stack_goes(string logicalId)
    {
        var template = Template.Load(Repository.PathOf("cloudformation", "dev.yaml"));
        var resource = new TemplateEvaluator(template, Context()).Resource(template.Resources[logicalId]);

        Assert.Equal(("Delete", "Delete"), (resource.Text("DeletionPolicy"), resource.Text("UpdateReplacePolicy")));
    }

    private static JsonObject Developers(string logicalId)
    {
        var template = Template.Load(Repository.PathOf("cloudformation", "dev.yaml"));
        return new TemplateEvaluator(template, Context()).Properties(logicalId, template.Resources[logicalId].Type);
    }

    private static StackContext Context() => new() { Parameters = s_origins, PhysicalIds = new Dictionary<string, string> { ["ImageBucket"] = "bucket" } };
}
