using Aspire.Hosting;

namespace Iris.Tests.Unit.AspireHosting;

/// <summary>A project in a folder of its own, with launch settings.</summary>
public sealed class LaunchedProjects : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-project-");
    private readonly ModelUnderTest _model = new();

    public LaunchedProjects()
    {
        _folder.CreateSubdirectory("Properties");
        File.WriteAllText(ProjectPath, "<Project />");
        File.WriteAllText(
            Path.Combine(_folder.FullName, "Properties", "launchSettings.json"),
            """
            {
              "profiles": {
                "IIS": { "commandName": "IISExpress" },
                "http": {
                  "commandName": "Project",
                  "commandLineArgs": "--verbose on",
                  "applicationUrl": "http://127.0.0.1:9000", // comments are allowed
                  "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "COLOUR": "red" }
                },
                "other": { "commandName": "Project", "environmentVariables": { "COLOUR": "blue" } }
              }
            }
            """);
    }

    private string ProjectPath => Path.Combine(_folder.FullName, "Web.csproj");

    [Fact]
    public async Task The_first_project_profile_gives_environment_arguments_and_address()
    {
        var project = _model.Builder.AddProject("web", ProjectPath);

        var plan = await _model.PlanAsync(project);

        Assert.Equal(9000, project.GetEndpoint("http").Port);
        Assert.Equal("http://localhost:19000", plan.Environment["ASPNETCORE_URLS"]);
        Assert.Equal(("Development", "red"), (plan.Environment["ASPNETCORE_ENVIRONMENT"], plan.Environment["COLOUR"]));
        Assert.Equal(["run", "--project", ProjectPath, "--no-launch-profile", "--", "--verbose", "on"], plan.Args);
        Assert.Equal(_folder.FullName, plan.WorkingDirectory);
    }

    [Fact]
    public async Task What_the_model_sets_comes_after_the_profile() =>
        Assert.Equal("green", (await _model.PlanAsync(_model.Builder.AddProject("web", ProjectPath).WithEnvironment("COLOUR", "green"))).Environment["COLOUR"]);

    [Fact]
    public async Task A_profile_can_be_chosen() =>
        Assert.Equal("blue", (await _model.PlanAsync(_model.Builder.AddProject("web", ProjectPath, "other"))).Environment["COLOUR"]);

    [Fact]
    public async Task The_launch_settings_can_be_left_alone()
    {
        var plan = await _model.PlanAsync(_model.Builder.AddProject("web", ProjectPath, launchProfileName: null));

        Assert.DoesNotContain("ASPNETCORE_URLS", plan.Environment);
        Assert.DoesNotContain("COLOUR", plan.Environment);
    }

    [Fact]
    public void A_profile_that_is_missing_is_named_with_those_that_are_there()
    {
        var refused = Assert.Throws<DistributedApplicationException>(() => _model.Builder.AddProject("web", ProjectPath, "https"));

        Assert.Equal("Project 'web' has no launch profile 'https'. It has: IIS, http, other.", refused.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
