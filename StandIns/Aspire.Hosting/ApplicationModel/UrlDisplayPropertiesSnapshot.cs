namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a link looks: its text, and its place (higher comes first).</summary>
public sealed record UrlDisplayPropertiesSnapshot(string DisplayName = "", int SortOrder = 0);
