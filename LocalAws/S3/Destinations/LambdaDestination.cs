using System.Net.Http.Headers;
using System.Text;
using LocalAws.S3.Storage;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.S3.Destinations;

/// <summary>Invokes functions asynchronously, as S3 does: accepted means that Lambda has queued the event and answers for it.</summary>
internal sealed class LambdaDestination(HttpClient http, SigV4Signer signer, IOptions<S3Options> options)
{
    public bool IsConfigured => options.Value.LambdaEndpoint is not null;

    /// <returns>Null when accepted, otherwise why not.</returns>
    public async Task<string?> Send(OutboxEvent pending, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(pending.Payload);
        using var request = new HttpRequestMessage(HttpMethod.Post, InvocationUri(pending.FunctionName))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("X-Amz-Invocation-Type", "Event");
        signer.Sign(request, "lambda", PayloadHash.Of(body));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}";
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"No answer within {http.Timeout.TotalSeconds:0} s";
        }
    }

    private Uri InvocationUri(string functionName) =>
        new($"{options.Value.LambdaEndpoint!.AbsoluteUri.TrimEnd('/')}/2015-03-31/functions/{Uri.EscapeDataString(functionName)}/invocations");
}
