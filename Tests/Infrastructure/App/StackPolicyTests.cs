using System.Text.Json.Nodes;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.App;

public sealed class StackPolicyTests
{
    private static readonly JsonNode s_policy = JsonNode.Parse(File.ReadAllText(Repository.PathOf("cloudformation", "stack-policy.json")))!;

    [Fact]
    public void No_update_replaces_or_deletes_what_outlives_the_stack()
    {
        var denied = s_policy.Each("Statement").Single(statement => statement.Text("Effect") == "Deny");

        Assert.Equal(["Update:Replace", "Update:Delete"], denied.Texts("Action"));
        Assert.Equal(
            AppTemplate.Good.Where(resource => resource.Text("DeletionPolicy") == "Retain")
                .Select(resource => $"LogicalResourceId/{resource.LogicalId}"),
            denied.Texts("Resource"));
    }

    [Fact]
    public void Everything_else_may_be_updated() =>
        Assert.Equal(["Update:*"], s_policy.Each("Statement").Single(statement => statement.Text("Effect") == "Allow").Texts("Action"));
}
