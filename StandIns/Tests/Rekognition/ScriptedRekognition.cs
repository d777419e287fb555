using System.Net;
using System.Text;
using System.Text.Json;
using Amazon;
using Amazon.Rekognition;
using Amazon.Runtime;
using Iris.Tests.Support;

namespace StandIns.Tests.Rekognition;

/// <summary>A client whose calls are answered, one after the other, by a script, and kept.</summary>
internal sealed class ScriptedRekognition(params (HttpStatusCode Status, string Body)[] script) : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Body)> _script = new(script);

    public List<Call> Calls { get; } = [];

    public Action? Called { get; init; }

    public AmazonRekognitionClient CreateClient(Action<AmazonRekognitionConfig>? configure = null)
    {
        var config = new AmazonRekognitionConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1,
            HttpClientFactory = new SingleHandlerFactory(this),
        };
        configure?.Invoke(config);
        return new(new BasicAWSCredentials("key", "secret"), config);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        Calls.Add(new(request.Method, request.RequestUri!, headers, await request.Content.ReadAsStringAsync(cancellationToken)));
        Called?.Invoke();
        var (status, body) = _script.Dequeue();
        return new(status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
            Headers = { { "x-amzn-RequestId", "request-1" } },
        };
    }

    internal sealed record Call(HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }
}
