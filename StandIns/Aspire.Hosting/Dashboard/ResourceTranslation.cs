using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using ProtoCommandState = Aspire.Hosting.Dashboard.Wire.ResourceCommandState;
using ProtoHealthStatus = Aspire.Hosting.Dashboard.Wire.HealthStatus;
using ProtoIconVariant = Aspire.Hosting.Dashboard.Wire.IconVariant;
using ProtoResource = Aspire.Hosting.Dashboard.Wire.Resource;

namespace Aspire.Hosting.Dashboard;

/// <summary>Says in the dashboard's words what a resource is now.</summary>
internal static class ResourceTranslation
{
    public static WatchResourcesUpdate ToSnapshot(IEnumerable<ResourceEvent> resources)
    {
        var data = new InitialResourceData();
        data.Resources.AddRange(resources.Select(ToResource));
        return new WatchResourcesUpdate { InitialData = data };
    }

    public static WatchResourcesUpdate ToChanges(IEnumerable<ResourceEvent> changed)
    {
        var changes = new WatchResourcesChanges();
        changes.Value.AddRange(changed.Select(static change => new WatchResourcesChange { Upsert = ToResource(change) }));
        return new WatchResourcesUpdate { Changes = changes };
    }

    private static ProtoResource ToResource(ResourceEvent change)
    {
        var snapshot = change.Snapshot;
        var resource = new ProtoResource
        {
            Name = change.ResourceId,
            DisplayName = change.Resource.Name,
            Uid = change.ResourceId,
            ResourceType = snapshot.ResourceType,
            IsHidden = snapshot.IsHidden,
            SupportsDetailedTelemetry = true,
            StateStyle = snapshot.State?.Style ?? "",
            CreatedAt = ToTimestamp(snapshot.CreationTimeStamp),
            StartedAt = ToTimestamp(snapshot.StartTimeStamp),
            StoppedAt = ToTimestamp(snapshot.StopTimeStamp),
        };
        if (snapshot.State is { } state)
        {
            resource.State = state.Text;
        }

        if (snapshot.IconName is { } icon)
        {
            resource.IconName = icon;
            resource.IconVariant = ToIconVariant(snapshot.IconVariant);
        }

        resource.Environment.AddRange(snapshot.EnvironmentVariables.Select(ToVariable));
        resource.Properties.AddRange(snapshot.Properties.Select(ToProperty));
        resource.Urls.AddRange(snapshot.Urls.Select(ToUrl));
        resource.Commands.AddRange(snapshot.Commands.Select(ToCommand));
        resource.HealthReports.AddRange(snapshot.State?.Text == KnownResourceStates.Running ? snapshot.HealthReports.Select(ToHealthReport) : []);
        resource.Relationships.AddRange(snapshot.Relationships.Select(static to => new ResourceRelationship { ResourceName = to.ResourceName, Type = to.Type }));
        return resource;
    }

    public static WatchResourceConsoleLogsUpdate ToUpdate(IEnumerable<LogLine> lines)
    {
        var update = new WatchResourceConsoleLogsUpdate();
        update.LogLines.AddRange(lines.Select(static line => new ConsoleLogLine { Text = line.Content, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber }));
        return update;
    }

    private static EnvironmentVariable ToVariable(EnvironmentVariableSnapshot variable) =>
        new() { Name = variable.Name, Value = variable.Value ?? "", IsFromSpec = variable.IsFromSpec };

    private static ResourceProperty ToProperty(ResourcePropertySnapshot property) =>
        new() { Name = property.Name, Value = ToValue(property.Value), IsSensitive = property.IsSensitive };

    private static Url ToUrl(UrlSnapshot url)
    {
        var translated = new Url
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new UrlDisplayProperties { DisplayName = url.DisplayProperties.DisplayName, SortOrder = url.DisplayProperties.SortOrder },
        };
        if (url.Name is { } endpoint)
        {
            translated.EndpointName = endpoint;
        }

        return translated;
    }

    private static ResourceCommand ToCommand(ResourceCommandSnapshot command) => new()
    {
        Name = command.Name,
        DisplayName = command.DisplayName,
        DisplayDescription = command.DisplayDescription ?? "",
        ConfirmationMessage = command.ConfirmationMessage ?? "",
        IconName = command.IconName ?? "",
        IconVariant = ToIconVariant(command.IconVariant),
        IsHighlighted = command.IsHighlighted,
        State = (ProtoCommandState)command.State,
    };

    private static HealthReport ToHealthReport(HealthReportSnapshot report)
    {
        var translated = new HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = ToTimestamp(report.LastRunAt),
        };
        if (report.Status is { } status)
        {
            translated.Status = status switch
            {
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy => ProtoHealthStatus.Healthy,
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded => ProtoHealthStatus.Degraded,
                _ => ProtoHealthStatus.Unhealthy,
            };
        }

        return translated;
    }

    private static ProtoIconVariant ToIconVariant(ApplicationModel.IconVariant? variant) =>
        variant == ApplicationModel.IconVariant.Filled ? ProtoIconVariant.Filled : ProtoIconVariant.Regular;

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        int number => Value.ForNumber(number),
        IEnumerable<string> texts => Value.ForList([.. texts.Select(Value.ForString)]),
        _ => Value.ForString(value.ToString()),
    };

    private static Timestamp? ToTimestamp(DateTime? time) => time is { } known ? Timestamp.FromDateTime(known.ToUniversalTime()) : null;
}
