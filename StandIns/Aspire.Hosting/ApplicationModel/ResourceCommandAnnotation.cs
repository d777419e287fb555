namespace Aspire.Hosting.ApplicationModel;

/// <summary>A command that can be used on the resource.</summary>
public sealed class ResourceCommandAnnotation(
    string name,
    string displayName,
    Func<UpdateCommandStateContext, ResourceCommandState> updateState,
    Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
    CommandOptions options) : IResourceAnnotation
{
    /// <summary>The name, unique within the resource.</summary>
    public string Name { get; } = name;

    /// <summary>What the user reads.</summary>
    public string DisplayName { get; } = displayName;

    /// <summary>Decides when the command can be used.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; } = updateState;

    /// <summary>Does it.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; } = executeCommand;

    /// <summary>Looks and manners.</summary>
    internal CommandOptions Options { get; } = options;
}
