using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.S3;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace Iris.Tests.Integration.Catalog;

/// <summary>
/// As much of S3 as shows which keys the catalog puts, copies and deletes. The suites of the API run against LocalAws.S3.
/// </summary>
internal sealed class Bucket : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, byte> _keys = [];

    public IEnumerable<string> Keys => _keys.Keys.Order(StringComparer.Ordinal);

    /// <summary>Copies of a key onto itself, each of which S3 would report as created.</summary>
    public ConcurrentQueue<string> Copies { get; } = [];

    public void Add(string key) => _keys[key] = 0;

    public AmazonS3Client CreateClient(Wire through) => new(new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey), new AmazonS3Config
    {
        ServiceURL = "http://s3.test",
        ForcePathStyle = true,
        MaxErrorRetry = 0,
        HttpClientFactory = new SingleHandlerFactory(through.To(this)),
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = Uri.UnescapeDataString(string.Concat(request.RequestUri!.Segments.Skip(2)));
        return request.Method.Method switch
        {
            "POST" => Delete(KeysIn(await request.Content!.ReadAsStringAsync(cancellationToken)), HttpStatusCode.OK),
            "PUT" when request.Headers.Contains("x-amz-copy-source") => Copy(key),
            "PUT" => Put(key),
            "DELETE" => Delete([key], HttpStatusCode.NoContent),
            _ => new HttpResponseMessage(_keys.ContainsKey(key) ? HttpStatusCode.OK : HttpStatusCode.NotFound)
            {
                Content = new StringContent(""),
            },
        };
    }

    private HttpResponseMessage Put(string key)
    {
        Add(key);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    private HttpResponseMessage Copy(string key)
    {
        if (!_keys.ContainsKey(key))
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                Content = new StringContent("<Error><Code>NoSuchKey</Code></Error>"),
            };
        }

        Copies.Enqueue(key);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<CopyObjectResult><ETag>\"e\"</ETag></CopyObjectResult>"),
        };
    }

    private HttpResponseMessage Delete(IEnumerable<string> keys, HttpStatusCode status)
    {
        foreach (var key in keys)
        {
            _keys.TryRemove(key, out _);
        }

        return new HttpResponseMessage(status) { Content = new StringContent("<DeleteResult/>") };
    }

    private static IEnumerable<string> KeysIn(string request) =>
        XDocument.Parse(request).Descendants().Where(element => element.Name.LocalName == "Key").Select(key => key.Value);
}
