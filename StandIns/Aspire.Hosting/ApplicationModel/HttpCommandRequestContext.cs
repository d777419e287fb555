namespace Aspire.Hosting.ApplicationModel;

/// <summary>An HTTP command about to be sent.</summary>
public sealed class HttpCommandRequestContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The id of the resource that the command was used on.</summary>
    public required string ResourceName { get; init; }

    /// <summary>The endpoint asked.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>The request.</summary>
    public required HttpRequestMessage Request { get; init; }

    /// <summary>Ends when the user gives up or the application stops.</summary>
    public required CancellationToken CancellationToken { get; init; }
}
