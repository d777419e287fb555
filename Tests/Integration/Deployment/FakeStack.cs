using System.Text.Json;

namespace Iris.Tests.Integration.Deployment;

/// <summary>
/// A stack of <see cref="RecordedCloudFormation"/>: no resource exists, but statuses, events, parameters and change sets go as AWS's do.
/// </summary>
internal sealed class FakeStack(string name)
{
    private readonly Queue<Action> _steps = [];

    public string Name => name;
    public string Id { get; } = $"arn:aws:cloudformation:us-east-1:123456789012:stack/{name}/{Guid.NewGuid()}";
    public string Status { get; set; } = "REVIEW_IN_PROGRESS";
    public bool IsProtected { get; set; }

    /// <summary>Whether change sets are listed after they were executed.</summary>
    public bool KeepsChangeSets { get; set; }

    public string Template { get; private set; } = "";
    public Dictionary<string, string> Parameters { get; private set; } = [];
    public Dictionary<string, FakeChangeSet> ChangeSets { get; } = [];
    public List<FakeEvent> Events { get; } = [];

    /// <summary>The parameters of each execution, in order.</summary>
    public List<Dictionary<string, string>> Executions { get; } = [];

    public bool Stands => Status is not "REVIEW_IN_PROGRESS";

    /// <summary>An operation takes several looks at its events, as it does on AWS.</summary>
    public void Step() => (_steps.TryDequeue(out var step) ? step : static () => { })();

    /// <summary>The change set of that name or ARN.</summary>
    public FakeChangeSet? FindChangeSet(string nameOrArn) => ChangeSets.GetValueOrDefault(FakeChangeSet.NameOf(nameOrArn));

    public FakeChangeSet Plan(string template, Dictionary<string, string> said, Dictionary<string, string> defaults)
    {
        Dictionary<string, string> parameters = new([.. said, .. defaults]);
        var resources = JsonDocument.Parse(template).RootElement.GetProperty("Resources").EnumerateObject();
        string[] changed =
            [.. parameters.Where(it => Parameters.GetValueOrDefault(it.Key) != it.Value).Select(static it => $"\"Ref\":\"{it.Key}\"")];
        string[] touched = [.. resources
            .Where(resource => !Stands || changed.Any(reference => resource.Value.GetRawText().Replace(" ", "").Contains(reference, StringComparison.Ordinal)))
            .Select(static resource => resource.Name)];
        return new FakeChangeSet(
            template, said, parameters, touched, Stands ? "Modify" : "Add", IsEmpty: Stands && touched is [] && template == Template);
    }

    public void Execute(FakeChangeSet changes, bool fails)
    {
        var verb = Stands ? "UPDATE" : "CREATE";
        Happens($"{verb}_IN_PROGRESS", name, Id, "User Initiated");
        foreach (var (other, set) in ChangeSets.ToList())
        {
            ChangeSets[other] = set with { IsExecuted = set == changes || set.IsExecuted };
        }

        if (!KeepsChangeSets)
        {
            ChangeSets.Clear();
        }

        Executions.Add(changes.Said);

        // One look sees all resources, the next one the end: between two looks a deployment waits.
        _steps.Enqueue(() =>
        {
            foreach (var resource in changes.Touched)
            {
                Happens(fails ? $"{verb}_FAILED" : $"{verb}_COMPLETE", resource, "physical", fails ? "Resource handler returned message: no" : null);
            }
        });
        _steps.Enqueue(() =>
        {
            (Template, Parameters) = fails ? (Template, Parameters) : (changes.Template, changes.Parameters);
            Happens(fails ? verb is "CREATE" ? "ROLLBACK_COMPLETE" : "UPDATE_ROLLBACK_COMPLETE" : $"{verb}_COMPLETE", name, Id, null);
        });
    }

    /// <summary>Leaves an update of somebody else's under way.</summary>
    public void LeaveBusy()
    {
        Happens("UPDATE_IN_PROGRESS", name, Id, "User Initiated");
        _steps.Enqueue(() => Happens("UPDATE_COMPLETE", name, Id, null));
    }

    public void Delete()
    {
        Happens("DELETE_IN_PROGRESS", name, Id, null);
        _steps.Enqueue(() => Happens("DELETE_COMPLETE", name, Id, null));
    }

    private void Happens(string status, string resource, string physicalId, string? reason)
    {
        Status = physicalId == Id ? status : Status;
        Events.Insert(0, new FakeEvent(Guid.NewGuid().ToString(), resource, physicalId, status, reason));
    }
}

internal sealed record FakeChangeSet(
    string Template,
    Dictionary<string, string> Said,
    Dictionary<string, string> Parameters,
    IReadOnlyList<string> Touched,
    string Action,
    bool IsEmpty)
{
    private readonly Guid _id = Guid.NewGuid();

    public bool IsExecuted { get; init; }

    /// <summary>Whether the stack was changed past all change sets.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>The template as it was sent.</summary>
    public string Body { get; init; } = "";

    public string ExecutionStatus => IsExecuted ? "EXECUTE_COMPLETE" : IsObsolete ? "OBSOLETE" : "AVAILABLE";

    public static string NameOf(string nameOrArn) => nameOrArn.Split('/') is [_, var name, _] ? name : nameOrArn;

    public string Arn(string name) => $"arn:aws:cloudformation:us-east-1:123456789012:changeSet/{name}/{_id}";
}

internal sealed record FakeEvent(string Id, string Resource, string PhysicalId, string Status, string? Reason);
