namespace Iris.Ops.Stacks;

/// <summary>Changes to a stack that CloudFormation has worked out and not made.</summary>
internal sealed record ChangeSet(string Stack, string Name, IReadOnlyList<ResourceChange> Changes);
