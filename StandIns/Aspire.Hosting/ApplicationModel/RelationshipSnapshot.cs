namespace Aspire.Hosting.ApplicationModel;

/// <summary>What another resource is to this one.</summary>
public sealed record RelationshipSnapshot(string ResourceName, string Type);
