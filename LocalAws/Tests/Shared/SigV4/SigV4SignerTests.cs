using LocalAws.Shared;
using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.Shared.SigV4;

public sealed class SigV4SignerTests
{
    [Theory]
    [InlineData("/iris-images/images/abc/300.webp", "s3")]
    [InlineData("/b/a%20key%2Bwith%2Fall%C3%A9/..%2e?list-type=2&prefix=a%20b&delimiter=", "s3")]
    [InlineData("/2015-03-31/functions/Image%20Processor/invocations?Qualifier=%24LATEST", "lambda")]
    public void What_the_signer_signs_the_verifier_accepts(string target, string service)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:9000" + target) { Content = new StringContent("{}") };
        message.Headers.Add("x-amz-invocation-type", "Event");
        message.Headers.TryAddWithoutValidation("x-amz-meta-note", "  two   words ");

        Sign(message, service, PayloadHash.Of("{}"u8));

        Assert.IsType<SigV4Verified>(Verify(message, service));
    }

    [Fact]
    public void The_host_header_is_signed_when_it_is_not_the_one_of_the_URI()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9000/b/k");
        message.Headers.Host = "s3.local";

        Sign(message, "s3", PayloadHash.Unsigned);

        Assert.IsType<SigV4Verified>(Verify(message, "s3"));
    }

    [Fact]
    public void Signing_again_replaces_the_signature()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9000/b/k");

        Sign(message, "s3", PayloadHash.Unsigned);
        Sign(message, "s3", PayloadHash.Empty);

        Assert.Single(message.Headers.GetValues("Authorization"));
        Assert.IsType<SigV4Verified>(Verify(message, "s3"));
    }

    [Fact]
    public void The_token_of_temporary_keys_is_sent_and_signed()
    {
        var keys = Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);
        keys.Value.SessionToken = "token";
        var message = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9000/b/k");

        new SigV4Signer(keys, TimeProvider.System).Sign(message, "s3", PayloadHash.Empty);

        Assert.Equal("token", Assert.Single(message.Headers.GetValues("x-amz-security-token")));
        Assert.Contains(
            "x-amz-date;x-amz-security-token", Assert.Single(message.Headers.GetValues("Authorization")), StringComparison.Ordinal);
        Assert.IsType<SigV4Verified>(Verify(message, "s3"));
    }

    [Fact]
    public void A_relative_URI_cannot_be_signed() =>
        Assert.Throws<ArgumentException>(
            () => Sign(new HttpRequestMessage(HttpMethod.Get, new Uri("/b/k", UriKind.Relative)), "s3", PayloadHash.Empty));

    private static void Sign(HttpRequestMessage message, string service, string payloadHash) =>
        new SigV4Signer(Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey), TimeProvider.System)
            .Sign(message, service, payloadHash);

    private static SigV4Result Verify(HttpRequestMessage message, string service) =>
        new SigV4Verifier(service, Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey), TimeProvider.System)
            .Verify(Requests.Receive(message));
}
