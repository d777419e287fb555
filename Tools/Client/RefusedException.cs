using System.Net;
using System.Text.Json;

namespace Iris.Client;

/// <summary>An answer that is not what was asked for. The message says of which request, and what there is to read in the answer.</summary>
public sealed class RefusedException : HttpRequestException
{
    // Of an answer that is neither JSON nor a page: enough to see what it is.
    private const int CharactersShown = 200;

    private RefusedException(HttpStatusCode status, string message) : base(message, inner: null, status)
    {
    }

    /// <summary>Of an answer that was left to the caller.</summary>
    public static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await OfAsync(response, cancellationToken);
        }
    }

    internal static async Task<RefusedException> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var address = response.RequestMessage!.RequestUri!;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var reading = Read(address, response.StatusCode, response.Content.Headers.ContentType?.MediaType, body.Trim());
        // Without the query: that of a presigned URL is a key.
        return new(
            response.StatusCode,
            $"{response.RequestMessage.Method} {address.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}{reading}");
    }

    private static string Read(Uri address, HttpStatusCode status, string? mediaType, string body) => (mediaType, body) switch
    {
        ("application/problem+json", _) => $": {ReadProblem(body)}",
        // CloudFront turns an origin's 403 and 404 into the site's own page for what is not there.
        ("text/html", _) when status is HttpStatusCode.NotFound && address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) =>
            ", and a page instead of JSON: the origin refused CloudFront (403), or there is no such route. Look at the API's route, at its permission to be invoked, and at the secret that CloudFront sends along",
        ("text/html", _) => " and a page instead of what was asked for",
        (_, "") => "",
        _ => $": {(body.Length > CharactersShown ? $"{body[..CharactersShown]}…" : body)}",
    };

    private static string ReadProblem(string body)
    {
        try
        {
            var problem = JsonSerializer.Deserialize(body, ContractJson.Default.Problem);
            return string.Join(
                ' ',
                ((string?[])[problem?.Title, problem?.Detail]).OfType<string>().Select(static sentence => $"{sentence.TrimEnd('.')}."));
        }
        catch (JsonException)
        {
            return body.Length > CharactersShown ? body[..CharactersShown] : body;
        }
    }
}
