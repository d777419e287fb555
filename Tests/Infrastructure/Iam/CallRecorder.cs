using System.Collections.Concurrent;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>Stands on the way of a function's requests to AWS, and writes down what they ask IAM for.</summary>
internal sealed class CallRecorder() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<AwsCall, bool> _calls = new();

    public IReadOnlySet<AwsCall> Calls => _calls.Keys.ToHashSet();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Method == HttpMethod.Post ? await request.Content!.ReadAsStringAsync(cancellationToken) : "";
        var response = await base.SendAsync(request, cancellationToken);

        foreach (var call in AwsCalls.Of(request, body, response.StatusCode))
        {
            _calls[call] = true;
        }

        return response;
    }
}
