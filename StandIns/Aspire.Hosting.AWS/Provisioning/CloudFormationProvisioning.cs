using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>
/// Has a stack made ready when the application starts, beside everything that does not wait for it, and again when the user says so.
/// </summary>
internal static class CloudFormationProvisioning
{
    private const string CommandName = "provision";

    public static IResourceBuilder<T> WithProvisioning<T>(this IResourceBuilder<T> builder) where T : CloudFormationResource
    {
        builder.OnInitializeResource(static (stack, start, cancellationToken) =>
        {
            var stopping = start.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            _ = Task.Run(() => new StackProvisioning(stack, start.Services).RunAsync(stopping), stopping);
            return Task.CompletedTask;
        });
        return builder.WithCommand(
            CommandName,
            "Provision again",
            async context => await new StackProvisioning(builder.Resource, context.Services)
                .RunAsync(context.CancellationToken) is { } reason
                ? CommandResults.Failure(reason)
                : CommandResults.Success(),
            new CommandOptions
            {
                Description = "Bring the stack to what its template says, after what was in the way is out of it.",
                IconName = "CloudSync",
                IsHighlighted = true,
                UpdateState = static context =>
                    context.ResourceSnapshot.State?.Text == KnownResourceStates.FailedToStart
                        ? ResourceCommandState.Enabled
                        : ResourceCommandState.Hidden,
            });
    }
}
