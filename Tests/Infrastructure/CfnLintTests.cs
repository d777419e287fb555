using Iris.Tests.Infrastructure.App;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure;

public sealed class CfnLintTests
{
    public static TheoryData<string> Templates =>
        [
            .. Directory.EnumerateFiles(Repository.PathOf("cloudformation"), "*.yaml")
                .Select(path => Path.GetRelativePath(Repository.Root, path)),
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_has_no_finding_not_even_an_informational_one(string path)
    {
        var (exitCode, output) = await Tool.RunAsync(
            "cfn-lint",
            ["--non-zero-exit-code", "informational", "--include-checks", "I", "--include-experimental", "--regions", "us-east-1", "-t", path],
            TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task A_misspelt_property_is_a_finding()
    {
        var mutant = Path.Combine(Directory.CreateTempSubdirectory("cfn-lint-").FullName, "app.yaml");
        await File.WriteAllTextAsync(
            mutant,
            AppTemplate.Text.Replace("BillingMode:", "BilingMode:", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await Tool.RunAsync(
            "cfn-lint", ["--regions", "us-east-1", "-t", mutant], TestContext.Current.CancellationToken);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("BilingMode", output, StringComparison.Ordinal);
    }
}
