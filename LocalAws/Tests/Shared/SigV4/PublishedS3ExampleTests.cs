using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.Shared.SigV4;

/// <summary>The examples of the Amazon S3 API reference, "Authenticating Requests (AWS Signature Version 4)".</summary>
public sealed class PublishedS3ExampleTests
{
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly SigV4Verifier s_verifier = new(
        "s3", Requests.Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), Requests.At("20130524T000000Z"));

    [Fact]
    public void Get_object_with_a_range() => Holds(
        "GET", "/test.txt", "host;range;x-amz-content-sha256;x-amz-date", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ("range", "bytes=0-9"), ("x-amz-content-sha256", Empty));

    [Fact]
    public void Put_object_with_a_key_that_needs_encoding() => Holds(
        "PUT", "/test%24file.text", "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
        ("date", "Fri, 24 May 2013 00:00:00 GMT"),
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("x-amz-content-sha256", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"));

    [Fact]
    public void Get_bucket_lifecycle() => Holds(
        "GET", "/?lifecycle", "host;x-amz-content-sha256;x-amz-date", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        ("x-amz-content-sha256", Empty));

    [Fact]
    public void List_objects() => Holds(
        "GET", "/?max-keys=2&prefix=J", "host;x-amz-content-sha256;x-amz-date", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        ("x-amz-content-sha256", Empty));

    [Fact]
    public void Presigned_get_object()
    {
        var request = Requests.Receive(
            "GET",
            "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
            ("host", "examplebucket.s3.amazonaws.com"));

        var verified = Assert.IsType<SigV4Verified>(s_verifier.Verify(request));
        Assert.True(verified.IsPresigned);
        Assert.Equal("UNSIGNED-PAYLOAD", verified.PayloadHash);
    }

    // 66,560 letters "a" in chunks of 64 KiB, 1 KiB and nothing.
    [Fact]
    public void Put_object_in_signed_chunks()
    {
        var request = Receive(
            "PUT", "/examplebucket/chunkObject.txt",
            "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class",
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            ("host", "s3.amazonaws.com"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
            ("content-encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "66560"),
            ("content-length", "66824"));
        var chain = new StreamingSignature(Assert.IsType<SigV4Verified>(s_verifier.Verify(request)));

        Assert.True(chain.VerifyChunk("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648", HashOfLetters(65_536)));
        Assert.True(chain.VerifyChunk("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497", HashOfLetters(1_024)));
        Assert.True(chain.VerifyChunk("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9", HashOfLetters(0)));
    }

    [Fact]
    public void A_wrong_signature_comes_back_with_what_was_signed_here()
    {
        var request = Receive(
            "GET", "/?lifecycle", "host;x-amz-content-sha256;x-amz-date", new string('0', 64),
            ("host", "examplebucket.s3.amazonaws.com"), ("x-amz-content-sha256", Empty));

        var refusal = Assert.IsType<SigV4Refusal>(s_verifier.Verify(request));
        Assert.Equal(SigV4Fault.Mismatch, refusal.Fault);
        Assert.Equal(
            $"GET\n/\nlifecycle=\nhost:examplebucket.s3.amazonaws.com\nx-amz-content-sha256:{Empty}\nx-amz-date:20130524T000000Z\n\n"
            + $"host;x-amz-content-sha256;x-amz-date\n{Empty}",
            refusal.CanonicalRequest);
        Assert.StartsWith(
            "AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n", refusal.StringToSign, StringComparison.Ordinal);
    }

    private static void Holds(string method, string target, string signedHeaders, string signature, params (string, string)[] headers)
    {
        var request = Receive(method, target, signedHeaders, signature, [("host", "examplebucket.s3.amazonaws.com"), .. headers]);

        Assert.IsType<SigV4Verified>(s_verifier.Verify(request));
    }

    private static Microsoft.AspNetCore.Http.HttpRequest Receive(
        string method, string target, string signedHeaders, string signature, params (string, string)[] headers) => Requests.Receive(
            method,
            target,
            [
                .. headers,
                ("x-amz-date", "20130524T000000Z"),
                ("Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                    + $"SignedHeaders={signedHeaders},Signature={signature}"),
            ]);

    private static string HashOfLetters(int count) => PayloadHash.Of([.. Enumerable.Repeat((byte)'a', count)]);
}
