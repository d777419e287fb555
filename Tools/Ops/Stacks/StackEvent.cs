namespace Iris.Ops.Stacks;

/// <summary>Something that happened to a resource of a stack.</summary>
internal sealed record StackEvent(string EventId, string StackId, string LogicalResourceId, string? PhysicalResourceId, string ResourceType, DateTimeOffset Timestamp, string ResourceStatus, string? ResourceStatusReason)
{
    /// <summary>Whether it is about the stack as a whole.</summary>
    public bool IsOfStack => PhysicalResourceId == StackId;
}
