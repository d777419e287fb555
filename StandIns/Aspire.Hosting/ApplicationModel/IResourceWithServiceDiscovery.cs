namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that others find by name through service discovery.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;
