namespace Aspire.Hosting.ApplicationModel;

/// <summary>The answer to an HTTP command.</summary>
public sealed class HttpCommandResultContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider ServiceProvider { get; init; }

    /// <summary>The id of the resource that the command was used on.</summary>
    public required string ResourceName { get; init; }

    /// <summary>The endpoint asked.</summary>
    public required EndpointReference Endpoint { get; init; }

    /// <summary>The answer.</summary>
    public required HttpResponseMessage Response { get; init; }

    /// <summary>Ends when the user gives up or the application stops.</summary>
    public required CancellationToken CancellationToken { get; init; }
}
