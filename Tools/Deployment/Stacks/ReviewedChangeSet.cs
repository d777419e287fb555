using Iris.Deployment.Aws;

namespace Iris.Deployment.Stacks;

/// <summary>
/// A change set that was made to be reviewed. Who made it may not execute it, and is not believed by whoever does: it has to be one of this
/// stack as it stands, with this template and these parameters.
/// </summary>
internal static class ReviewedChangeSet
{
    public static async Task<ChangeSet> FindAsync(
        string arn, StackChange change, string template, Stack stack, CancellationToken cancellationToken)
    {
        var answer = await DescribeAsync(stack.Name, arn, cancellationToken);
        if (answer.ChangeSetId != arn || answer.StackId != stack.Id)
        {
            throw Stale($"{arn} is no change set of the stack '{stack.Name}' that there is now.");
        }

        if (answer.ExecutionStatus is not "AVAILABLE")
        {
            throw Stale(
                $"The change set that was reviewed cannot be executed any more ({answer.ExecutionStatus}): '{stack.Name}' has changed since.");
        }

        var parameters = ParameterValues.Resolve(
            await CloudFormation.ReadParametersAsync(change.Template, cancellationToken), change.Parameters, stack.Parameters);
        string[] others =
        [
            .. await HasTemplateAsync(stack.Name, arn, template, cancellationToken) ? [] : (string[])["the template"],
            .. (answer.Parameters ?? [])
                .Where(it => parameters.GetValueOrDefault(it.ParameterKey) != it.ParameterValue)
                .Select(static it => it.ParameterKey),
        ];
        return others is []
            ? answer.ToChangeSet(stack.Name)
            : throw Stale($"The change set that was reviewed is not of what is here: {string.Join(", ", others)} differ.");
    }

    /// <summary>What ends a deployment whose review no longer holds.</summary>
    public static OperationException Stale(string reason) =>
        OperationException.Failed($"{reason} Nothing was changed. Let it be reviewed again.");

    private static async Task<ChangeSetAnswer> DescribeAsync(string stack, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return await CloudFormation.DescribeChangeSetAsync(stack, arn, cancellationToken);
        }
        catch (AwsException refusal) when (refusal.Code is "ChangeSetNotFound")
        {
            throw Stale($"The change set that was reviewed is gone: '{stack}' has changed since, or was reviewed once more.");
        }
    }

    private static async Task<bool> HasTemplateAsync(string stack, string arn, string template, CancellationToken cancellationToken) =>
        (await CloudFormation.TemplateOfAsync(stack, arn, cancellationToken)).TrimEnd() == template.TrimEnd();
}
