namespace LocalAws.Edge.Headers;

/// <summary>What the response headers policy does to every response.</summary>
/// <param name="Set">Headers to set.</param>
/// <param name="Remove">Headers of the origin that no viewer sees.</param>
/// <param name="StrictTransportSecurity">Its value; only an https response carries it, because over http it means nothing (RFC 6797, 7.2).</param>
internal sealed record SecurityHeaders(IReadOnlyList<SecurityHeader> Set, IReadOnlyList<string> Remove, string? StrictTransportSecurity)
{
    public void Apply(HttpResponse response)
    {
        foreach (var name in Remove)
        {
            response.Headers.Remove(name);
        }

        foreach (var header in Set)
        {
            if (header.Override || !response.Headers.ContainsKey(header.Name))
            {
                response.Headers[header.Name] = header.Value;
            }
        }

        if (response.HttpContext.Request.IsHttps)
        {
            response.Headers.StrictTransportSecurity = StrictTransportSecurity;
        }
    }
}
