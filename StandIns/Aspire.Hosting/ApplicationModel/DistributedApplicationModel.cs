namespace Aspire.Hosting.ApplicationModel;

/// <summary>The application as it was described, once it is built.</summary>
public sealed class DistributedApplicationModel(IResourceCollection resources)
{
    /// <summary>All its resources.</summary>
    public IResourceCollection Resources { get; } = resources;
}
