namespace Iris.Deployment.Stacks;

/// <summary>Brings a stack to a state by a change set, whatever an interrupted run has left.</summary>
public sealed class StackDeployment(IDeploymentConsole console)
{
    private const string Prefix = "ops-";
    private const string ReviewPrefix = "review-";
    private const string NoChange = "didn't contain changes";
    private const string NoUpdate = "No updates are to be performed";
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>The stack, ready for a change; null when it has yet to be created.</summary>
    public async Task<Stack?> PrepareAsync(string name, CancellationToken cancellationToken)
    {
        var stack = await CloudFormation.FindAsync(name, cancellationToken);

        while (stack is { State: StackState.Busy })
        {
            console.Step($"An operation on '{name}' is still going on ({stack.Status}). Following it");
            await new StackEvents(console).FollowAsync(stack.Id, cancellationToken);
            stack = await CloudFormation.FindAsync(name, cancellationToken);
        }

        switch (stack?.State)
        {
            case StackState.Stuck:
                throw OperationException.Failed(
                    $"The stack '{name}' is {stack.Status}. 'aws cloudformation continue-update-rollback --stack-name {name}' brings it back; then run this again.");
            case StackState.NeverStood:
                await console.ConfirmAsync(
                    $"The stack '{name}' is {stack.Status}: it never stood, and has to be deleted before it can be created. Delete it?",
                    cancellationToken);
                await DeleteAsync(stack, cancellationToken);
                return null;
            case null:
                return null;
            default:
                await DeleteLeftChangeSetsAsync(name, Prefix, cancellationToken);
                return stack;
        }
    }

    /// <summary>Works out what would change; null when nothing would.</summary>
    public Task<ChangeSet?> PlanAsync(StackChange change, Stack? stack, CancellationToken cancellationToken) =>
        PlanAsync(change, stack, Prefix, cancellationToken);

    /// <summary>
    /// Works out what would change, for somebody to agree to and somebody else to execute: other deployments leave it alone, and the next
    /// review takes its place.
    /// </summary>
    public async Task<ChangeSet?> PlanForReviewAsync(StackChange change, Stack stack, CancellationToken cancellationToken)
    {
        await DeleteLeftChangeSetsAsync(change.Stack, ReviewPrefix, cancellationToken);
        return await PlanAsync(change, stack, ReviewPrefix, cancellationToken);
    }

    /// <summary>Makes the changes and follows them to the end.</summary>
    public async Task<Stack> ExecuteAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var before = await CloudFormation.FindAsync(changes.Stack, cancellationToken)
            ?? throw OperationException.Failed($"The stack '{changes.Stack}' has gone.");
        var events = new StackEvents(console);
        await events.SkipAsync(before.Id, cancellationToken);
        await CloudFormation.ExecuteAsync(changes, cancellationToken);
        var status = await events.FollowAsync(before.Id, cancellationToken);
        return StackStates.IsSuccess(status)
            ? (await CloudFormation.FindAsync(changes.Stack, cancellationToken))!
            : throw OperationException.Failed(before.State is StackState.Planned
                ? $"CloudFormation ended with {status}: the stack '{changes.Stack}' was not created. The first red line above says why. The next deployment deletes what is left of it, and begins again."
                : $"CloudFormation ended with {status}, and the stack '{changes.Stack}' is as it was before. The first red line above says why.");
    }

    /// <summary>Deletes a stack and follows it to the end.</summary>
    public async Task DeleteAsync(Stack stack, CancellationToken cancellationToken)
    {
        var events = new StackEvents(console);
        await events.SkipAsync(stack.Id, cancellationToken);
        await CloudFormation.DeleteAsync(stack.Name, cancellationToken);
        var status = await events.FollowAsync(stack.Id, cancellationToken);

        if (!StackStates.IsSuccess(status))
        {
            throw OperationException.Failed(
                $"Deleting '{stack.Name}' ended with {status}. The first red line above says what it did not let go of.");
        }
    }

    private async Task<ChangeSet?> PlanAsync(StackChange change, Stack? stack, string prefix, CancellationToken cancellationToken)
    {
        console.Step($"Working out what would change in '{change.Stack}'");
        var declared = await CloudFormation.ReadParametersAsync(change.Template, cancellationToken);
        var isNew = stack is null or { State: StackState.Planned };
        var parameters = ParameterValues.Merge(declared, change.Parameters, isNew ? null : stack!.Parameters);
        var arn = await CloudFormation.CreateChangeSetAsync(
            change.Stack, $"{prefix}{Guid.NewGuid():N}", isNew, change.Template, parameters, cancellationToken);

        while (true)
        {
            var answer = await CloudFormation.DescribeChangeSetAsync(change.Stack, arn, cancellationToken);

            switch (answer)
            {
                case { Status: "CREATE_COMPLETE" }:
                    return answer.ToChangeSet(change.Stack);
                case { Status: "FAILED", StatusReason: var reason }:
                    await CloudFormation.DeleteChangeSetAsync(change.Stack, arn, cancellationToken);
                    return reason?.Contains(NoChange, StringComparison.Ordinal) is true
                        || reason?.Contains(NoUpdate, StringComparison.Ordinal) is true
                        ? null
                        : throw OperationException.Failed($"CloudFormation cannot make this change to '{change.Stack}': {reason}");
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private async Task DeleteLeftChangeSetsAsync(string stack, string prefix, CancellationToken cancellationToken)
    {
        var open = await CloudFormation.ListOpenChangeSetsAsync(stack, cancellationToken);
        foreach (var name in open.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            console.Say($"Deleting the change set {name} of a run that did not end.");
            await CloudFormation.DeleteChangeSetAsync(stack, name, cancellationToken);
        }
    }
}
