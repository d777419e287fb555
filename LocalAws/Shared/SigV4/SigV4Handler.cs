namespace LocalAws.Shared.SigV4;

/// <summary>Signs every request of an <see cref="HttpClient"/>, its body included.</summary>
/// <param name="signer">The signer.</param>
/// <param name="service">The service called, for example <c>lambda</c>.</param>
public sealed class SigV4Handler(SigV4Signer signer, string service) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        signer.Sign(request, service, PayloadHash.Of(body));
        return await base.SendAsync(request, cancellationToken);
    }
}
