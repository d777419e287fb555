using System.Globalization;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Shared.SigV4;

/// <summary>Requests as a server receives them, and a verifier that stands at a fixed moment.</summary>
internal static class Requests
{
    public static HttpRequest Receive(string method, string rawTarget, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = rawTarget;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        return context.Request;
    }

    public static HttpRequest Receive(HttpRequestMessage sent) => Receive(
        sent.Method.Method,
        sent.RequestUri!.PathAndQuery,
        [
            ("host", sent.Headers.Host ?? sent.RequestUri.Authority),
            .. sent.Headers.Concat(sent.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                .Where(header => header.Key != "Host")
                .Select(header => (header.Key, string.Join(", ", header.Value))),
        ]);

    public static IOptions<AwsKeyPair> Keys(string accessKeyId, string secretAccessKey) =>
        Options.Create(new AwsKeyPair { AccessKeyId = accessKeyId, SecretAccessKey = secretAccessKey });

    public static TimeProvider At(string timestamp) =>
        new FixedTime(
            DateTimeOffset.ParseExact(timestamp, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
