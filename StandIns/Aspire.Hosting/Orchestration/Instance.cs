using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>One copy of a process resource, over all its runs.</summary>
internal sealed class Instance(IResource resource, string id)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _runs;

    public IResource Resource { get; } = resource;

    /// <summary>The name that the dashboard and commands know, the same for every run.</summary>
    public string Id { get; } = id;

    /// <summary>The part of the id that no other copy has.</summary>
    public string Suffix => Id[(Resource.Name.Length + 1)..];

    /// <summary>The current run, as DCP names it; every run has a name of its own, so that none waits for the last to be cleared away.</summary>
    public string? Run { get; private set; }

    /// <summary>What the model gave the current run.</summary>
    public LaunchPlan? Plan { get; private set; }

    /// <summary>Whether the current run was told to end.</summary>
    public bool IsStopRequested { get; set; }

    /// <summary>Completes when the current run has ended.</summary>
    public TaskCompletionSource Ended { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends the wait for other resources, when the user starts the resource without them.</summary>
    public CancellationTokenSource? Waiting { get; set; }

    /// <summary>Whether a run was begun that has not ended.</summary>
    public bool IsRunning => Run is not null && !Ended.Task.IsCompleted;

    /// <summary>Starts, stops and restarts of a copy follow one another.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public string BeginRun(LaunchPlan plan)
    {
        Plan = plan;
        IsStopRequested = false;
        Ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Run = $"{Id}-{++_runs}";
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
