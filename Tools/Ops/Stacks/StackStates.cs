namespace Iris.Ops.Stacks;

/// <summary>
/// What CloudFormation's statuses come to:
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html#cfn-console-view-stack-data-resources-status-codes"/>.
/// </summary>
internal static class StackStates
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
    public static bool IsSuccess(string status) => status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "DELETE_COMPLETE" or "IMPORT_COMPLETE";
}
