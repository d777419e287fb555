using System.Reflection;

namespace Iris.Tests.Unit.Architecture;

/// <summary>
/// Within these projects the folders stand one on the other. A root is left out: it puts its folders together, and holds what they share.
/// </summary>
public sealed class NamespaceCirclesTests
{
    [Theory]
    [InlineData("AppHost", "Iris.AppHost")]
    [InlineData("Client", "Iris.Client")]
    [InlineData("Seed", "Iris.Seed")]
    [InlineData("ServiceDefaults", "Iris.ServiceDefaults")]
    [InlineData("LocalAws.Provision", "LocalAws.Provision")]
    public void No_namespace_comes_back_to_itself(string project, string root)
    {
        var references = NamespaceReferences.Of(Assembly.Load(project));
        var folders = references.Select(group => group.Key).Where(name => name.StartsWith($"{root}.", StringComparison.Ordinal)).ToHashSet();

        Assert.Empty(folders.Where(folder => ReachedFrom(folder, references, folders).Contains(folder)).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> ReachedFrom(string start, ILookup<string, string> references, HashSet<string> folders)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var name))
        {
            foreach (var next in references[name].Where(folders.Contains).Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }
}
