namespace Iris.Tests.Infrastructure.Rules;

/// <summary>What every resource of a type has to be, beyond what cfn-lint knows.</summary>
/// <param name="Name">A sentence that is true of a good template.</param>
/// <param name="Type">The resource type that it speaks of.</param>
/// <param name="Holds">Whether it is true of a resource.</param>
internal sealed record Rule(string Name, string Type, Func<Resource, bool> Holds)
{
    public IEnumerable<string> Broken(IEnumerable<Resource> resources) =>
        resources.Where(resource => resource.Type == Type && !Holds(resource)).Select(resource => $"{resource.LogicalId}: {Name}");
}
