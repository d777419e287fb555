namespace Iris.Deployment.Stacks;

/// <summary>Changes to a stack that CloudFormation has worked out and not made.</summary>
public sealed record ChangeSet(string Stack, string Arn, IReadOnlyList<ResourceChange> Changes);

/// <summary>What a change set would do to one resource.</summary>
public sealed record ResourceChange(string Action, string LogicalId, string Type, string Replacement, IReadOnlyList<string> Properties)
{
    /// <summary>Whether what is there now is deleted or replaced.</summary>
    public bool IsLoss => Action is "Remove" || Replacement is "True" or "Conditional";
}
