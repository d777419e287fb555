using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Works out the URLs that the dashboard shows for a resource.</summary>
internal static class ResourceUrls
{
    public static async Task<IEnumerable<UrlSnapshot>> ForAsync(
        IResource resource, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        List<ResourceUrlAnnotation> urls = [.. EndpointUrls(resource), .. resource.All<ResourceUrlAnnotation>()];
        var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken);
        foreach (var callback in resource.All<ResourceUrlsCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        return context.Urls.Select(ToSnapshot);
    }

    private static IEnumerable<ResourceUrlAnnotation> EndpointUrls(IResource resource) => resource is IResourceWithEndpoints owner
        ? owner.GetEndpoints().Where(static endpoint => endpoint.IsAllocated).Select(static endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, Endpoint = endpoint })
        : [];

    private static UrlSnapshot ToSnapshot(ResourceUrlAnnotation url)
    {
        var absolute = url.Endpoint is { IsAllocated: true } endpoint ? new Uri(new Uri(endpoint.Url), url.Url).ToString() : url.Url;
        return new UrlSnapshot(url.Endpoint?.EndpointName, absolute, IsInternal: url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            DisplayProperties = new UrlDisplayPropertiesSnapshot(url.DisplayText ?? "", url.DisplayOrder ?? 0),
        };
    }
}
