namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it did what it says.</summary>
    public required bool Success { get; init; }

    /// <summary>What the user is told.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the user gave up.</summary>
    public bool Canceled { get; init; }
}
