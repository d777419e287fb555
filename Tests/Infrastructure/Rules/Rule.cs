namespace Iris.Tests.Infrastructure.Rules;

/// <summary>What every resource of a type has to be, beyond what cfn-lint knows.</summary>
/// <param name="Name">A sentence that is true of a good template.</param>
/// <param name="Type">The resource type that it speaks of.</param>
/// <param name="Holds">Whether it is true of a resource, given all resources of the stack.</param>
public sealed record Rule(string Name, string Type, Func<Resource, IReadOnlyList<Resource>, bool> Holds)
{
    public Rule(string name, string type, Func<Resource, bool> holds)
        : this(name, type, (resource, _) => holds(resource))
    {
    }

    /// <summary>Changes for the worse, each of which has to break the rule.</summary>
    public required IReadOnlyList<Mutant> Mutants { get; init; }

    public IEnumerable<string> Broken(IReadOnlyList<Resource> resources) =>
        resources.Where(resource => resource.Type == Type && !Holds(resource, resources))
            .Select(resource => $"{resource.LogicalId}: {Name}");
}

/// <summary>A template with one line changed.</summary>
/// <param name="Original">What stands in the template; its first occurrence is changed.</param>
/// <param name="Change">What stands there instead.</param>
public sealed record Mutant(string Original, string Change)
{
    public string Apply(string text)
    {
        var at = text.IndexOf(Original, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The template does not say «{Original}» any more.");
        return string.Concat(text.AsSpan(0, at), Change, text.AsSpan(at + Original.Length));
    }
}
