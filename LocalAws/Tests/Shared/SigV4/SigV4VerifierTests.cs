using CsCheck;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.Shared.SigV4;

public sealed class SigV4VerifierTests
{
    private const string SignedAt = "20260301T120000Z";

    [Fact]
    public void A_request_without_a_signature() =>
        Refuses(Requests.Receive("GET", "/b/k", ("host", "localhost")), SigV4Fault.Missing, (403, "AccessDenied"));

    [Fact]
    public void A_request_signed_with_version_2()
    {
        var header = Requests.Receive("GET", "/b/k", ("host", "localhost"), ("Authorization", "AWS local:frJIUN8DYpKDtOLCwo//yllqDzg="));
        var query = Requests.Receive("GET", "/b/k?AWSAccessKeyId=local&Signature=rkVkcpzp&Expires=1795413591", ("host", "localhost"));

        Refuses(header, SigV4Fault.UnsupportedVersion, (400, "InvalidRequest"));
        Refuses(query, SigV4Fault.UnsupportedVersion, (400, "InvalidRequest"));
    }

    [Theory]
    [InlineData("20260301T121500Z", null)]
    [InlineData("20260301T121501Z", SigV4Fault.ClockSkew)]
    [InlineData("20260301T114459Z", SigV4Fault.ClockSkew)]
    public void A_header_signed_more_than_15_minutes_away(string now, SigV4Fault? fault) =>
        Assert.Equal(fault, FaultOf(Requests.Receive(Sign(Get("/b/k"))), now));

    [Theory]
    [InlineData("another", LocalAccount.SecretAccessKey, SigV4Fault.UnknownAccessKey)]
    [InlineData(LocalAccount.AccessKeyId, "another", SigV4Fault.Mismatch)]
    public void A_request_signed_with_other_keys(string accessKeyId, string secretAccessKey, SigV4Fault fault) =>
        Assert.Equal(fault, FaultOf(Requests.Receive(Sign(Get("/b/k"), Requests.Keys(accessKeyId, secretAccessKey))), SignedAt));

    [Fact]
    public void A_request_signed_for_another_service()
    {
        var message = Get("/b/k");
        new SigV4Signer(Keys, Requests.At(SignedAt)).Sign(message, "rekognition", PayloadHash.Empty);

        Refuses(Requests.Receive(message), SigV4Fault.MalformedHeader, (400, "AuthorizationHeaderMalformed"));
    }

    [Fact]
    public void A_request_signed_for_another_region()
    {
        var keys = Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);
        keys.Value.Region = "eu-west-1";

        Refuses(Requests.Receive(Sign(Get("/b/k"), keys)), SigV4Fault.MalformedHeader, (400, "AuthorizationHeaderMalformed"));
    }

    [Fact]
    public void An_amz_header_that_was_added_after_signing()
    {
        var message = Sign(Get("/b/k"));
        message.Headers.Add("x-amz-copy-source", "b/secret");

        Refuses(Requests.Receive(message), SigV4Fault.HeaderNotSigned, (403, "AccessDenied"));
    }

    [Fact]
    public void A_signed_header_that_was_changed()
    {
        var message = Get("/b/k");
        message.Headers.Add("x-amz-meta-owner", "one");
        Sign(message);
        message.Headers.Remove("x-amz-meta-owner");
        message.Headers.Add("x-amz-meta-owner", "two");

        Refuses(Requests.Receive(message), SigV4Fault.Mismatch, (403, "SignatureDoesNotMatch"));
    }

    [Theory]
    [InlineData("/b/other")]
    [InlineData("/b/k?tagging")]
    [InlineData("/b/k/../k")]
    public void Another_target(string target)
    {
        var signed = Sign(Get("/b/k"));
        var request = Requests.Receive(
            "GET", target, [("host", "localhost:9000"), .. signed.Headers.Select(header => (header.Key, string.Join(",", header.Value)))]);

        Refuses(request, SigV4Fault.Mismatch, (403, "SignatureDoesNotMatch"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("http://localhost/b/k")]
    [InlineData("/b/%")]
    [InlineData("/b/%4")]
    [InlineData("/b/%zz")]
    [InlineData("/b/%ff")]
    [InlineData("/b/k?name=%c3")]
    public void A_target_that_is_no_path_in_UTF8(string target) =>
        Refuses(Requests.Receive("GET", target, ("host", "localhost")), SigV4Fault.MalformedTarget, (400, "InvalidURI"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("604801")]
    [InlineData("99999999999")]
    [InlineData("soon")]
    public void A_presigned_URL_that_lives_for_no_time_or_for_too_long(string expires)
    {
        var request = Requests.Receive("GET", $"/b/k?{Presigned}&X-Amz-Expires={expires}", ("host", "localhost"));

        Refuses(request, SigV4Fault.MalformedQuery, (400, "AuthorizationQueryParametersError"));
    }

    [Theory]
    [InlineData("20260301T120501Z", SigV4Fault.Expired)]
    [InlineData("20260301T114459Z", SigV4Fault.NotYetValid)]
    [InlineData("20260301T120500Z", SigV4Fault.Mismatch)]
    public void A_presigned_URL_outside_its_time(string now, SigV4Fault fault) =>
        Assert.Equal(fault, FaultOf(Requests.Receive("GET", $"/b/k?{Presigned}&X-Amz-Expires=300", ("host", "localhost")), now));

    [Fact]
    public void Two_signatures_at_once() =>
        Refuses(
            Requests.Receive("GET", $"/b/k?{Presigned}&X-Amz-Expires=300", ("host", "localhost"), ("Authorization", "AWS4-HMAC-SHA256 x")),
            SigV4Fault.MalformedQuery, (400, "AuthorizationQueryParametersError"));

    [Fact]
    public void Whatever_else_stands_in_the_header_or_in_the_query() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 0, 20], Gen.String, Gen.Bool).Sample((scope, noise, inQuery) =>
        {
            var credential = $"local/{scope}/aws4_request";
            var request = inQuery
                ? Requests.Receive(
                    "GET",
                    $"/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString(credential + noise)}&X-Amz-Date={Uri.EscapeDataString(noise)}",
                    ("host", "h"))
                : Requests.Receive(
                    "GET",
                    "/",
                    ("host", "h"),
                    ("Authorization", $"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={noise}, Signature={noise}"));
            Assert.IsType<SigV4Refusal>(VerifierAt(SignedAt).Verify(request));
        });

    private static Microsoft.Extensions.Options.IOptions<AwsKeyPair> Keys =>
        Requests.Keys(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    private static string Presigned =>
        $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F20260301%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date={SignedAt}"
        + $"&X-Amz-SignedHeaders=host&X-Amz-Signature={new string('0', 64)}";

    private static HttpRequestMessage Get(string target) => new(HttpMethod.Get, "http://localhost:9000" + target);

    private static HttpRequestMessage Sign(HttpRequestMessage message) => Sign(message, Keys);

    private static HttpRequestMessage Sign(HttpRequestMessage message, Microsoft.Extensions.Options.IOptions<AwsKeyPair> keys)
    {
        new SigV4Signer(keys, Requests.At(SignedAt)).Sign(message, "s3", PayloadHash.Empty);
        return message;
    }

    private static SigV4Verifier VerifierAt(string now) => new("s3", Keys, Requests.At(now));

    private static SigV4Fault? FaultOf(Microsoft.AspNetCore.Http.HttpRequest request, string now) =>
        (VerifierAt(now).Verify(request) as SigV4Refusal)?.Fault;

    private static void Refuses(Microsoft.AspNetCore.Http.HttpRequest request, SigV4Fault fault, (int, string) s3Error)
    {
        var refusal = Assert.IsType<SigV4Refusal>(VerifierAt(SignedAt).Verify(request));
        Assert.Equal(fault, refusal.Fault);
        Assert.Equal(s3Error, refusal.S3Error);
    }
}
