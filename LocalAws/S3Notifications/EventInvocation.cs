using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace LocalAws.S3Notifications;

/// <summary>
/// Invokes the function asynchronously, as S3 does: accepted means that Lambda has queued the events and answers for them.
/// </summary>
internal sealed class EventInvocation(HttpClient http, IOptions<S3NotificationsOptions> options)
{
    /// <returns>Null when accepted, otherwise why not.</returns>
    public async Task<string?> SendAsync(string events, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.InvocationUrl)
        {
            Headers = { { "X-Amz-Invocation-Type", "Event" } },
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(events))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {http.Timeout.TotalSeconds:0} s";
        }
    }
}
