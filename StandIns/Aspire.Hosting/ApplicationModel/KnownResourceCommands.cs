namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands that every process has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts a process that does not run.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops a process that runs.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops a process and starts it again.</summary>
    public static readonly string RestartCommand = "restart";
}
