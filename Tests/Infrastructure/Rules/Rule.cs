namespace Iris.Tests.Infrastructure.Rules;

/// <summary>What every resource of a type has to be, beyond what cfn-lint knows.</summary>
/// <param name="Name">A sentence that is true of a good template.</param>
/// <param name="Type">The resource type that it speaks of.</param>
/// <param name="Holds">Whether it is true of a resource, given all resources of the stack.</param>
internal sealed record Rule(string Name, string Type, Func<Resource, IReadOnlyList<Resource>, bool> Holds)
{
    public Rule(string name, string type, Func<Resource, bool> holds)
        : this(name, type, (resource, _) => holds(resource))
    {
    }

    public IEnumerable<string> Broken(IReadOnlyList<Resource> resources) =>
        resources.Where(resource => resource.Type == Type && !Holds(resource, resources)).Select(resource => $"{resource.LogicalId}: {Name}");
}
