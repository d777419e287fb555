using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Shows parameters and outside services, which have no process but a value.</summary>
internal sealed class ProcesslessResources(DistributedApplicationModel model, ResourceNotificationService notifications, DistributedApplicationExecutionContext executionContext)
{
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        foreach (var parameter in model.Resources.OfType<ParameterResource>())
        {
            await PublishAsync(parameter, cancellationToken);
        }

        foreach (var service in model.Resources.OfType<ExternalServiceResource>())
        {
            await PublishAsync(service, cancellationToken);
        }
    }

    private async Task PublishAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        try
        {
            var value = await parameter.GetValueAsync(cancellationToken);
            await notifications.PublishUpdateAsync(parameter, snapshot => snapshot with
            {
                State = KnownResourceStates.Running,
                Properties = [new ResourcePropertySnapshot("Value", value) { IsSensitive = parameter.Secret }],
            });
        }
        catch (MissingParameterValueException exception)
        {
            await notifications.PublishUpdateAsync(parameter, snapshot => snapshot with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn),
                Properties = [new ResourcePropertySnapshot("Value", exception.Message)],
            });
        }
    }

    private async Task PublishAsync(ExternalServiceResource service, CancellationToken cancellationToken)
    {
        try
        {
            var uri = await service.GetUriAsync(cancellationToken);
            var urls = await ResourceUrls.ForAsync(service, executionContext, cancellationToken);
            await notifications.PublishUpdateAsync(service, snapshot => snapshot with
            {
                State = KnownResourceStates.Running,
                Urls = [new UrlSnapshot(Name: null, uri.ToString(), IsInternal: false), .. urls],
            });
        }
        catch (DistributedApplicationException exception)
        {
            await notifications.PublishUpdateAsync(service, snapshot => snapshot with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error),
                Properties = [new ResourcePropertySnapshot("Error", exception.Message)],
            });
        }
    }
}
