using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Iris.Deployment.Packaging;
using Iris.Ops;
using Iris.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Iris.Tests.Unit.Ops;

/// <summary>What calls `ops`, held to what `ops` understands.</summary>
public sealed partial class CommandsTests
{
    public static TheoryData<string> OfWorkflows =>
        [.. Directory.EnumerateFiles(Repository.PathOf(".github", "workflows"), "*.yml").SelectMany(Scripts).SelectMany(Calls)];

    public static TheoryData<string> OfThePages =>
        [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).SelectMany(static path => Calls(File.ReadAllText(path)))];

    [Theory]
    [MemberData(nameof(OfWorkflows))]
    public void A_command_of_a_workflow_is_understood(string command) => Assert.Empty(Errors(command));

    [Theory]
    [MemberData(nameof(OfThePages))]
    public void A_command_of_a_page_is_understood(string command) => Assert.Empty(Errors(command));

    [Theory]
    [InlineData("deploy --stack iris --no-build --yes")]
    [InlineData("deploy")]
    [InlineData("deploi --stack iris")]
    public void What_is_not_understood_is_an_error(string command) => Assert.NotEmpty(Errors(command));

    [Fact]
    public void A_job_that_packages_has_installed_before_what_Native_AOT_links_with()
    {
        var wanted = Toolchain.Missing(CpuArchitecture.Host, static _ => false, static _ => false)!.Split("apt-get install ")[1].Split(' ');

        var before = Scripts(Repository.PathOf(".github", "workflows", "deploy.yml"))
            .TakeWhile(static script => !Calls(script).Any(static call => call.StartsWith("package", StringComparison.Ordinal)))
            .Last();

        Assert.Contains("apt-get install", before, StringComparison.Ordinal);
        Assert.Empty(wanted.Except(before.Split(' ')));
    }

    private static IEnumerable<string> Errors(string command) =>
        Commands.Create().Parse([.. CommandLineParser.SplitCommandLine(command)]).Errors.Select(static error => error.Message);

    /// <summary>The arguments of each call in a script: up to the end of its line, a pipe, or the next command.</summary>
    private static IEnumerable<string> Calls(string script) => Call().Matches(script).Select(static call => call.Groups["arguments"].Value.Trim());

    private static IEnumerable<string> Scripts(string workflow)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(workflow)));
        return yaml.Documents[0].AllNodes.OfType<YamlMappingNode>()
            .SelectMany(static node => node.Children)
            .Where(static entry => entry is { Key: YamlScalarNode { Value: "run" }, Value: YamlScalarNode })
            .Select(static entry => $"{entry.Value}");
    }

    [GeneratedRegex(@"dotnet (run --project Tools/Ops --|artifacts/ops/ops\.dll) (?<arguments>[a-z][^\n|;&`#]*)")]
    private static partial Regex Call();
}
