using Iris.Tests.Support;

namespace LocalAws.Tests.Provision;

/// <summary>A mutant of cloudformation/app.yaml, in a file of its own until it is disposed of.</summary>
internal sealed class TemporaryTemplate : IDisposable
{
    public TemporaryTemplate(Func<string, string> mutate)
    {
        var text = File.ReadAllText(Repository.PathOf("cloudformation", "app.yaml"));
        var mutant = mutate(text);
        Assert.NotEqual(text, mutant);
        File.WriteAllText(Path, mutant);
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
