using Iris.AppHost;

namespace Iris.Tests.Unit.AppHost;

public sealed class ArgumentsAreChecked
{
    [Fact]
    public void No_argument_is_needed() =>
        Assert.Null(AppHostArguments.Parse([]).Explain());

    [Fact]
    public void Arguments_combine() =>
        Assert.Equivalent(
            new { Ephemeral = true, Lambda = true, SitePort = 8090, DashboardPort = 18889, Error = (string?)null },
            AppHostArguments.Parse(["--ephemeral", "--lambda", "--site-port", "8090", "--dashboard-port", "18889"]));

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--frontend", "dev")]
    [InlineData(true, "--frontend", "static")]
    [InlineData(true, "--frontend=static")]
    public void The_site_is_served_by_a_development_server_unless_the_export_is_asked_for(bool isStatic, params string[] args) =>
        Assert.Equivalent(new { StaticFrontend = isStatic, Error = (string?)null }, AppHostArguments.Parse(args));

    [Theory]
    [InlineData("--frontend needs dev or static.", "--frontend")]
    [InlineData("--frontend needs dev or static.", "--frontend=export")]
    [InlineData("Unknown argument '--epheremal'.", "--epheremal")]
    [InlineData("--site-port needs a port, 1 to 65535.", "--site-port")]
    [InlineData("--site-port needs a port, 1 to 65535.", "--site-port", "0")]
    [InlineData("--https-port needs a port, 1 to 65535.", "--https-port", "https")]
    [InlineData("--dashboard-port needs a port, 1 to 65535.", "--dashboard-port", "65536")]
    [InlineData("--stack is for --aws.", "--stack", "iris-dev-ann")]
    [InlineData("--stack needs a name: a letter, then letters, digits and hyphens, up to 128.", "--aws", "--stack")]
    [InlineData("--stack needs a name: a letter, then letters, digits and hyphens, up to 128.", "--aws", "--stack=ann_dev")]
    [InlineData("--data needs a folder.", "--data", "--lambda")]
    [InlineData("--ephemeral and --data exclude each other.", "--ephemeral", "--data", "folder")]
    public void A_wrong_argument_is_refused_and_ends_with_exit_code_2(string error, params string[] args)
    {
        var arguments = AppHostArguments.Parse(args);

        Assert.Equal(error, arguments.Error);
        Assert.Equal(2, arguments.Explain());
    }

    [Fact]
    public void A_stack_in_an_account_can_have_a_name() => Assert.Equivalent(
        new { Aws = true, Stack = "iris-dev-ann", Error = (string?)null }, AppHostArguments.Parse(["--aws", "--stack", "iris-dev-ann"]));

    [Theory]
    [InlineData("ann", "iris-dev-ann")]
    [InlineData("Ann.O'Nym", "iris-dev-ann-o-nym")]
    [InlineData("CORP\\ann", "iris-dev-corp-ann")]
    [InlineData("åsa", "iris-dev-sa")]
    [InlineData("_", "iris-dev")]
    public void Each_developer_has_a_stack(string user, string stack) => Assert.Equal(stack, AwsAccount.StackOf(user));

    [Fact]
    public void Help_names_every_argument()
    {
        Assert.All(["--ephemeral", "--data", "--lambda", "--aws", "--stack", "--frontend", "--site-port", "--https-port", "--dashboard-port", "--help"], argument => Assert.Contains(argument, AppHostArguments.Usage, StringComparison.Ordinal));
        Assert.Equal(0, AppHostArguments.Parse(["--help"]).Explain());
    }
}
