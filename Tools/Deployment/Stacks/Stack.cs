namespace Iris.Deployment.Stacks;

/// <summary>A CloudFormation stack as it is now.</summary>
public sealed record Stack(
    string Name, string Id, string Status, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Outputs)
{
    public StackState State => StackStates.Of(Status);

    public string Output(string name) =>
        Outputs.GetValueOrDefault(name)
            ?? throw OperationException.Failed($"The stack '{Name}' has no output '{name}'. Was it made from this template?");
}

/// <summary>What can be done with a stack.</summary>
public enum StackState
{
    /// <summary>It stands, and takes an update.</summary>
    Stands,

    /// <summary>An operation is going on.</summary>
    Busy,

    /// <summary>Only a change set for its creation exists.</summary>
    Planned,

    /// <summary>Its creation failed: it can be deleted, and nothing else.</summary>
    NeverStood,

    /// <summary>It needs somebody's hand.</summary>
    Stuck,

    /// <summary>It is no more.</summary>
    Gone,
}

/// <summary>
/// What CloudFormation's statuses come to:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-console-view-stack-data-resources-status-codes"/>.
/// </summary>
public static class StackStates
{
    public static StackState Of(string status) => status switch
    {
        "REVIEW_IN_PROGRESS" => StackState.Planned,
        "ROLLBACK_COMPLETE" or "CREATE_FAILED" or "ROLLBACK_FAILED" or "DELETE_FAILED" => StackState.NeverStood,
        "UPDATE_ROLLBACK_FAILED" or "UPDATE_FAILED" => StackState.Stuck,
        "DELETE_COMPLETE" => StackState.Gone,
        _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => StackState.Busy,
        _ => StackState.Stands,
    };

    /// <summary>Whether an operation that ended with this status did what it was asked.</summary>
    public static bool IsSuccess(string status) =>
        status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "DELETE_COMPLETE" or "IMPORT_COMPLETE";
}
