namespace Aspire.Hosting.ApplicationModel;

/// <summary>A property that the dashboard shows among the details.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    /// <summary>Whether the value is masked.</summary>
    public bool IsSensitive { get; init; }
}
