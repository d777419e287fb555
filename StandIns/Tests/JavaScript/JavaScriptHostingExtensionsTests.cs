using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace StandIns.Tests.JavaScript;

public sealed class JavaScriptHostingExtensionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-js-");
    private readonly ModelUnderTest _model = new();

    [Fact]
    public async Task Next_js_runs_the_script_and_listens_on_this_machine_only()
    {
        var plan = await _model.PlanAsync(
            _model.Builder.AddNextJsApp("frontend", _folder.FullName).WithEndpoint("http", static endpoint => endpoint.Port = 3000));

        Assert.Equal(["run", "dev", "--", "--port", "13000", "--hostname", "127.0.0.1"], plan.Args);
        Assert.Equal(("13000", "development"), (plan.Environment["PORT"], plan.Environment["NODE_ENV"]));
    }

    [Fact]
    public async Task The_script_can_be_another()
    {
        var plan = await _model.PlanAsync(_model.Builder.AddJavaScriptApp("frontend", _folder.FullName, "preview"));

        Assert.Equal(["run", "preview"], plan.Args);
    }

    [Fact]
    public async Task Packages_are_fetched_as_locked_before_the_application_starts()
    {
        Write("package-lock.json");
        var app = _model.Builder.AddNodeApp("app", _folder.FullName, "server.js").WithNpm();

        var wait = Assert.Single(app.Resource.Annotations.OfType<WaitAnnotation>());
        Assert.Equal(("app-installer", WaitType.WaitForCompletion), (wait.Resource.Name, wait.WaitType));
        Assert.Equal(["ci"], (await _model.PlanAsync(_model.Builder.CreateResourceBuilder(wait.Resource))).Args);
    }

    [Fact]
    public void Packages_that_are_newer_than_the_lock_file_are_left_alone()
    {
        Write("package-lock.json");
        Write("node_modules/.package-lock.json");

        _model.Builder.AddNodeApp("app", _folder.FullName, "server.js").WithNpm();

        Assert.Single(_model.Builder.Resources);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
    }
}
