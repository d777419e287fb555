using Amazon.S3;

namespace Iris.Tests.Integration.Deployment;

public sealed class ComparisonTests
{
    [Fact]
    public async Task What_would_change_is_shown_and_not_made()
    {
        await using var account = await Account.OpenAsync();
        var deployed = await account.DeployAsync("--yes");
        Assert.True(deployed.Code == 0, deployed.Told);

        var nothing = await account.DiffAsync();

        Assert.True(nothing.Code == 0, nothing.Told);
        Assert.Contains("The stack does not change", nothing.Told, StringComparison.Ordinal);
        Assert.Equal((0, false), (nothing.Result.GetProperty("changes").GetArrayLength(), nothing.Result.GetProperty("site").GetBoolean()));

        account.Package("ImageApi", "a2");
        account.Write("site/index.html", "<p>again</p>");
        var (stack, executions) = (account.Stacks["iris"], account.Stacks["iris"].Executions.Count);

        var ending = await account.DiffAsync();

        Assert.True(ending.Code == 0, ending.Told);
        var change = Assert.Single(ending.Result.GetProperty("changes").EnumerateArray());
        Assert.Equal(("Modify", "ImageApi"), (change.GetProperty("action").GetString(), change.GetProperty("logicalId").GetString()));
        Assert.True(ending.Result.GetProperty("site").GetBoolean());
        Assert.Matches(@"Modify\W+ImageApi\W+AWS::Lambda::Function", ending.Told);
        Assert.Contains("The site changes", ending.Told, StringComparison.Ordinal);
        Assert.Equal(executions, stack.Executions.Count);
        Assert.Empty(stack.ChangeSets);
        Assert.Equal(Account.KeyOf("ImageApi", "a1"), stack.Parameters["ImageApiArtifact"]);
        Assert.Matches(@"sent reviews/[0-9a-f]{64}\.yaml", nothing.Told);
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => account.Objects.GetObjectMetadataAsync(Account.Artifacts, Account.KeyOf("ImageApi", "a2"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task There_has_to_be_something_to_compare_with()
    {
        await using var account = await Account.OpenAsync();

        var ending = await account.DiffAsync();

        Assert.Equal(2, ending.Code);
        Assert.Contains("There is no stack 'iris' to compare with", ending.Told, StringComparison.Ordinal);
        Assert.False(account.Stacks.Has("iris"));
    }
}
