namespace Iris.Ops.Stacks;

/// <summary>What a change set would do to one resource.</summary>
internal sealed record ResourceChange(string Action, string LogicalId, string Type, string Replacement, IReadOnlyList<string> Properties)
{
    /// <summary>Whether what is there now is deleted or made anew.</summary>
    public bool IsLoss => Action is "Remove" || Replacement is "True" or "Conditional";
}
