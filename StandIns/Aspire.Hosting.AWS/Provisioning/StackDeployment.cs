using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Brings a stack to what its template says.</summary>
internal sealed class StackDeployment(Stacks stacks, StackProgress progress, CloudFormationTemplateResource resource, ILogger logger)
{
    /// <summary>Creates the stack, updates it, or finds that there is nothing to do.</summary>
    public async Task<Stack> RunAsync(CancellationToken cancellationToken)
    {
        var source = new StackSource(await File.ReadAllTextAsync(resource.TemplatePath, cancellationToken), resource.Parameters);
        await progress.BeginAsync(cancellationToken);
        var stack = await PrepareAsync(cancellationToken);

        if (stack is null)
        {
            logger.Executing("Creating", resource.StackName);
            await stacks.CreateAsync(source, cancellationToken);
        }
        else if ((stack.IsUsable && source.IsOf(stack)) || !await stacks.UpdateAsync(source with { Tags = stack.Tags }, cancellationToken))
        {
            logger.Unchanged(resource.StackName);
            return stack;
        }
        else
        {
            logger.Executing("Updating", resource.StackName);
        }

        var made = await progress.UntilSettledAsync(cancellationToken);
        return made is { IsUsable: true } ? made : throw Failure(made);
    }

    /// <summary>The stack to update, or null when it has to be created.</summary>
    private async Task<Stack?> PrepareAsync(CancellationToken cancellationToken)
    {
        var stack = await progress.UntilSettledAsync(cancellationToken);

        if (stack is { NeverWas: true })
        {
            // What was never created holds nothing, and nothing can be created under its name.
            logger.Removing(resource.StackName);
            await stacks.DeleteAsync(cancellationToken);
            stack = await progress.UntilSettledAsync(cancellationToken);
        }

        return stack switch
        {
            null or { Status: "DELETE_COMPLETE" } => null,
            { IsUsable: true } or { IsAsItWas: true } => stack,
            _ => throw new AWSProvisioningException(
                $"The stack '{resource.StackName}' is {stack.Status}, from where it cannot be updated. Repair or delete it in the CloudFormation console, and start again."),
        };
    }

    private AWSProvisioningException Failure(Stack? stack)
    {
        var causes = string.Join(
            " ", progress.Failures.Where(static failure => !failure.IsConsequence).Select(static failure => $"{failure}."));
        return new AWSProvisioningException($"The stack '{resource.StackName}' ended as {stack?.Status ?? "deleted"}. {causes} {Advice(stack)}".Replace("  ", " ", StringComparison.Ordinal));
    }

    private static string Advice(Stack? stack) => stack switch
    {
        { NeverWas: true } => "Nothing of it is left but its name. Correct the cause and provision again: what is left is removed first.",
        { IsAsItWas: true } => "It is as it was before. Correct the cause and provision again.",
        _ => "Correct the cause, look after the stack in the CloudFormation console, and provision again.",
    };
}
