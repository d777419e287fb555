using Aspire.Hosting;
using Iris.AppHost;

namespace Iris.Tests.Unit.AppHost;

public sealed class RequiredCommandsTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Fact]
    public void A_program_that_is_missing_is_named_with_who_needs_it_and_where_to_get_it()
    {
        _builder.AddExecutable("database", "no-such-tool", ".").WithRequiredCommand("no-such-tool", "https://tool.example.org");

        Assert.Equal("'no-such-tool', which database needs, is not on the PATH: https://tool.example.org.", _builder.MissingCommand());
    }

    [Fact]
    public void A_program_on_the_path_is_found()
    {
        _builder.AddExecutable("database", "dotnet", ".").WithRequiredCommand("dotnet");

        Assert.Null(_builder.MissingCommand());
    }
}
