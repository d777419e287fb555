namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL of a running resource.</summary>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal)
{
    /// <summary>Whether the URL answers only once the resource runs.</summary>
    public bool IsInactive { get; init; }

    /// <summary>How the link looks.</summary>
    public UrlDisplayPropertiesSnapshot DisplayProperties { get; init; } = new();
}
