using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>
/// Makes a stack ready and tells the dashboard how it goes: CloudFormation's status as the state, events as the console log.
/// </summary>
internal sealed class StackProvisioning(CloudFormationResource resource, IServiceProvider services)
{
    private readonly ResourceNotificationService _notifications = services.GetRequiredService<ResourceNotificationService>();
    private readonly ILogger _log = services.GetRequiredService<ResourceLoggerService>().GetLogger(resource);
    private readonly ILogger _host = services.GetRequiredService<ILoggerFactory>().CreateLogger<DistributedApplication>();

    /// <summary>Answers why the stack could not be made ready, with the cure; null when it is.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            resource.BeginProvisioning();
            await PublishAsync(KnownResourceStates.Starting);
            using var client = resource.CreateClient();
            await SucceedAsync(await MakeReadyAsync(new Stacks(client, resource.StackName), cancellationToken));
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            resource.ProvisioningTaskCompletionSource?.TrySetCanceled(cancellationToken);
            return "Cancelled.";
        }
        catch (Exception failure)
        {
            var reason = Cure.For(failure, resource.AWSSDKConfig, resource.StackName);
            await FailAsync(reason, failure);
            return reason;
        }
    }

    private async Task<Stack> MakeReadyAsync(Stacks stacks, CancellationToken cancellationToken)
    {
        if (resource is CloudFormationTemplateResource template)
        {
            var interval = TimeSpan.FromSeconds(template.StackPollingInterval);
            return await new StackDeployment(stacks, new StackProgress(stacks, interval, PublishAsync, _log), template, _log)
                .RunAsync(cancellationToken);
        }

        return await stacks.FindAsync(cancellationToken)
            ?? throw new AWSProvisioningException($"There is no stack '{resource.StackName}' in this account and region.");
    }

    private Task PublishAsync(string status) =>
        _notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = new(status, KnownResourceStateStyles.Info) });

    private async Task SucceedAsync(Stack stack)
    {
        resource.Outputs = [.. stack.Outputs];
        resource.Outputs.ForEach(output => _log.Output(output.OutputKey, output.OutputValue));
        resource.ProvisioningTaskCompletionSource?.TrySetResult();
        await _notifications.PublishUpdateAsync(resource, snapshot => snapshot with
        {
            State = new(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = DateTime.UtcNow,
            Properties = [.. StackProperties.Of(resource, stack)],
            Urls = [.. StackProperties.ConsoleOf(stack)],
        });
    }

    private async Task FailAsync(string reason, Exception failure)
    {
        _log.Failed(reason);
        _host.Failed($"'{resource.Name}': {reason}");
        resource.ProvisioningTaskCompletionSource?.TrySetException(new AWSProvisioningException(reason, failure));
        await _notifications.PublishUpdateAsync(
            resource, snapshot => snapshot with { State = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) });
    }
}
