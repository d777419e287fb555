using Iris.AppHost;

namespace Iris.Tests.Unit.AppHost;

public sealed class ArgumentsTests
{
    [Fact]
    public void No_argument_is_needed() => Assert.Null(Arguments.Parse([]).Explain());

    [Fact]
    public void Arguments_combine()
    {
        var arguments = Arguments.Parse(["--ephemeral", "--lambda", "--site-port", "8090", "--dashboard-port=18889"]);

        Assert.Empty(arguments.Errors);
        Assert.Equal((true, true, 8090, 18889), (arguments.Ephemeral, arguments.Lambda, arguments.SitePort, arguments.DashboardPort));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--frontend", "dev")]
    [InlineData(true, "--frontend", "static")]
    [InlineData(true, "--frontend=static")]
    public void The_site_is_served_by_a_development_server_unless_the_export_is_asked_for(bool isStatic, params string[] args) =>
        Assert.Equal(isStatic, Arguments.Parse(args).StaticFrontend);

    [Theory]
    [InlineData("--frontend", "--frontend")]
    [InlineData("'export'", "--frontend=export")]
    [InlineData("--site-port", "--site-port")]
    [InlineData("--site-port needs a port, 1 to 65535.", "--site-port", "0")]
    [InlineData("--https-port needs a port, 1 to 65535.", "--https-port", "https")]
    [InlineData("--dashboard-port needs a port, 1 to 65535.", "--dashboard-port", "65536")]
    [InlineData("--stack is for --aws.", "--stack", "iris-dev-ann")]
    [InlineData("--stack", "--aws", "--stack")]
    [InlineData("--stack needs a name: a letter, then letters, digits and hyphens, up to 128.", "--aws", "--stack=ann_dev")]
    [InlineData("--data needs a folder.", "--data", "--lambda")]
    [InlineData("--ephemeral and --data exclude each other.", "--ephemeral", "--data", "folder")]
    [InlineData("Unknown argument '--epheremal'. Did you mean '--ephemeral'?", "--epheremal")]
    [InlineData("Unknown argument '--site-prot'. Did you mean '--site-port'?", "--lambda", "--site-prot=8090")]
    [InlineData("Unknown argument 'lambda'. Did you mean '--lambda'?", "lambda")]
    [InlineData("Unknown argument '--colour'. --help lists all.", "--colour", "red")]
    [InlineData("Unknown argument '--colour'. --help lists all.", "--environment", "Staging", "--colour")]
    public void A_wrong_argument_is_refused_and_ends_with_exit_code_2(string error, params string[] args)
    {
        var arguments = Arguments.Parse(args);

        Assert.Contains(error, arguments.Errors.First(), StringComparison.Ordinal);
        Assert.Equal(2, arguments.Explain());
    }

    [Theory]
    [InlineData("--operation", "publish", "--step", "deploy", "--list-steps", "--log-level=debug", "--yes", "--ephemeral")]
    [InlineData("--environment", "Staging", "--contentRoot=/srv/iris", "--applicationName", "AppHost")]
    [InlineData("--DcpPublisher:RandomizePorts=true", "--Logging:LogLevel:Default", "Debug", "--Logging:LogLevel:Aspire.Hosting=Debug")]
    [InlineData("ASPNETCORE_URLS=http://localhost:0", "--AppHost__BrowserToken", "secret", "--output-path", "/tmp/iris")]
    public void What_is_Aspires_or_a_setting_is_left_to_it(params string[] args) => Assert.Null(Arguments.Parse(args).Explain());

    [Fact]
    public void A_stack_in_an_account_can_have_a_name()
    {
        var arguments = Arguments.Parse(["--aws", "--stack", "iris-dev-ann"]);

        Assert.Empty(arguments.Errors);
        Assert.Equal((true, "iris-dev-ann"), (arguments.Aws, arguments.Stack));
    }

    [Theory]
    [InlineData("ann", "iris-dev-ann")]
    [InlineData("Ann.O'Nym", "iris-dev-ann-o-nym")]
    [InlineData("CORP\\ann", "iris-dev-corp-ann")]
    public void Each_developer_has_a_stack(string user, string stack) => Assert.Equal(stack, Arguments.StackOf(user));

    [Fact]
    public void Names_that_lose_letters_are_told_apart()
    {
        string[] users = ["sa", "åsa", "øsa", "Юрий", "Ольга", "田中", "_", "..", ""];

        string[] stacks = [.. users.Select(Arguments.StackOf)];

        Assert.Equal(users.Length, stacks.Distinct().Count());
        Assert.All(stacks, static stack => Assert.Matches("^iris-dev-[a-z0-9-]*[a-z0-9]$", stack));
    }

    [Fact]
    public void Help_is_explained_with_exit_code_0() => Assert.Equal(0, Arguments.Parse(["--help"]).Explain());
}
