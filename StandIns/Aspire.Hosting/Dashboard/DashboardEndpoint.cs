using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>The gRPC service that the dashboard reads resources and console logs from, and sends commands to.</summary>
internal sealed class DashboardEndpoint(
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    ResourceCommandService commands) : DashboardService.DashboardServiceBase
{
    private const string MinDashboardVersion = "13.5.0";

    public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = environment.ApplicationName, MinDashboardVersion = MinDashboardVersion });

    public override async Task WatchResources(WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await UntilEnded(async () =>
        {
            using var watch = notifications.BeginWatch();
            await responseStream.WriteAsync(ResourceTranslation.ToSnapshot(watch.Current), ended.Token);
            while (await watch.Changes.WaitToReadAsync(ended.Token))
            {
                await responseStream.WriteAsync(ResourceTranslation.ToChanges(watch.Drain()), ended.Token);
            }
        });
    }

    public override async Task WatchResourceConsoleLogs(
        WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context)
    {
        const int BatchSize = 500;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var log = logs.LogOf(request.ResourceName);
        await UntilEnded(async () =>
        {
            if (request.SuppressFollow)
            {
                foreach (var batch in log.Lines().Chunk(BatchSize))
                {
                    await responseStream.WriteAsync(ResourceTranslation.ToUpdate(batch), ended.Token);
                }

                return;
            }

            await foreach (var batch in log.FollowAsync(ended.Token))
            {
                await responseStream.WriteAsync(ResourceTranslation.ToUpdate(batch), ended.Token);
            }
        });
    }

    public override async Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
    {
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, context.CancellationToken);
        var response = new ResourceCommandResponse
        {
            Kind = result switch
            {
                { Success: true } => ResourceCommandResponseKind.Succeeded,
                { Canceled: true } => ResourceCommandResponseKind.Cancelled,
                _ => ResourceCommandResponseKind.Failed,
            },
        };
        if (result.Message is { } message)
        {
            response.Message = message;
        }

        return response;
    }

    /// <summary>
    /// Stays open and silent: there is nothing to ask. Refused, the dashboard asks again and again over the connection that carries the resources.
    /// </summary>
    public override async Task WatchInteractions(
        IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await UntilEnded(async () =>
        {
            while (await requestStream.MoveNext(ended.Token))
            {
            }
        });
    }

    private static async Task UntilEnded(Func<Task> stream)
    {
        try
        {
            await stream();
        }
        catch (OperationCanceledException)
        {
            // The dashboard turned to another page, or the application stops.
        }
    }
}
