namespace Aspire.Hosting.ApplicationModel;

/// <summary>A service outside the application, known by its address.</summary>
public sealed class ExternalServiceResource : Resource, IResourceWithoutLifetime
{
    /// <summary>A service at a fixed address.</summary>
    public ExternalServiceResource(string name, Uri uri) : base(name) => Uri = Validate(uri);

    /// <summary>A service whose address is a parameter.</summary>
    public ExternalServiceResource(string name, ParameterResource urlParameter) : base(name) => UrlParameter = urlParameter;

    /// <summary>The address, unless it is a parameter.</summary>
    public Uri? Uri { get; }

    /// <summary>The parameter that holds the address.</summary>
    public ParameterResource? UrlParameter { get; }

    internal async ValueTask<Uri> GetUriAsync(CancellationToken cancellationToken)
    {
        if (Uri is not null)
        {
            return Uri;
        }

        var value = await UrlParameter!.GetValueAsync(cancellationToken);
        return Uri.TryCreate(value, UriKind.Absolute, out var uri)
            ? Validate(uri)
            : throw new DistributedApplicationException($"Parameter '{UrlParameter.Name}' holds '{value}', which is no absolute URL; '{Name}' needs one.");
    }

    private static Uri Validate(Uri uri) => uri.IsAbsoluteUri && uri.AbsolutePath == "/" && uri.Fragment.Length == 0
        ? uri
        : throw new ArgumentException($"'{uri}' must be an absolute URL with the path '/' and without a fragment.", nameof(uri));
}
