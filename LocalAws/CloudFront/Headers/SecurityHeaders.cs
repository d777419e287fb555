namespace LocalAws.CloudFront.Headers;

/// <summary>What the response headers policy does to every response.</summary>
/// <param name="Set">Headers to set.</param>
/// <param name="Remove">Headers of the origin that no viewer sees.</param>
internal sealed record SecurityHeaders(IReadOnlyList<SecurityHeader> Set, IReadOnlyList<string> Remove)
{
    /// <summary>The same with another origin in place of one; the very same where there is none to put.</summary>
    public SecurityHeaders Replace(string origin, Uri? other) => other is null ? this : this with
    {
        Set = [.. Set.Select(header => header with
        {
            Value = header.Value.Replace(origin, other.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal),
        })],
    };

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
    }
}

/// <summary>A header to set, over the origin's own or only in its absence.</summary>
internal sealed record SecurityHeader(string Name, string Value, bool Override);

internal sealed class SecurityHeadersMiddleware(RequestDelegate next, SecurityHeaders headers)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var (headers, response) = ((SecurityHeaders, HttpResponse))state;
                headers.Apply(response);
                return Task.CompletedTask;
            },
            (headers, context.Response));
        return next(context);
    }
}
