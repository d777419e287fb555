namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states that the dashboard knows.</summary>
public static class KnownResourceStates
{
    /// <summary>In use, without a process.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>Being built.</summary>
    public static readonly string Building = nameof(Building);

    /// <summary>Ended with an error.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>Could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>Ended well.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>Waits for its start command.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>Runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>What it runs on is out of order.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>Is being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Is being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>Waits for another resource.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Has no value.</summary>
    public static readonly string ValueMissing = "Value missing";

    /// <summary>The states that a resource does not leave by itself.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}
