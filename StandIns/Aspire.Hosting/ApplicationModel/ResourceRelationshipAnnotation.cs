namespace Aspire.Hosting.ApplicationModel;

/// <summary>A line between two resources in the dashboard's graph.</summary>
public sealed class ResourceRelationshipAnnotation(IResource resource, string type) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What the other is to this one.</summary>
    public string Type { get; } = type;
}
