using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.Shared.SigV4;

/// <summary>Cases of AWS's published Signature Version 4 test suite, and the ListUsers example of the AWS general reference.</summary>
public sealed class PublishedServiceExampleTests
{
    private static readonly string s_nothing = PayloadHash.Empty;

    [Theory]
    [InlineData("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/./", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/example/..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "//", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    public void Test_suite(string method, string target, string signature)
    {
        var request = Receive(
            method, target, "service", "host;x-amz-date", signature, ("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z"));

        Assert.IsType<SigV4Verified>(VerifierOf("service").Verify(request, s_nothing));
    }

    [Fact]
    public void List_users()
    {
        var request = Receive(
            "GET", "/?Action=ListUsers&Version=2010-05-08", "iam", "content-type;host;x-amz-date",
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
            ("host", "iam.amazonaws.com"),
            ("x-amz-date", "20150830T123600Z"));

        Assert.IsType<SigV4Verified>(VerifierOf("iam").Verify(request, s_nothing));
    }

    [Fact]
    public void A_path_is_normalised_and_encoded_twice()
    {
        var request = Receive(
            "GET", "/a%20b/./x/../c%2Bd//", "service", "host;x-amz-date", new string('0', 64),
            ("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z"));

        var refusal = Assert.IsType<SigV4Refusal>(VerifierOf("service").Verify(request, s_nothing));
        Assert.StartsWith("GET\n/a%2520b/c%252Bd/\n", refusal.CanonicalRequest, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_body_breaks_the_signature()
    {
        var request = Receive(
            "GET", "/", "service", "host;x-amz-date", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            ("host", "example.amazonaws.com"), ("x-amz-date", "20150830T123600Z"));

        var refusal = Assert.IsType<SigV4Refusal>(VerifierOf("service").Verify(request, PayloadHash.Of("{}"u8)));
        Assert.Equal((400, "InvalidSignatureException"), refusal.JsonError);
    }

    private static SigV4Verifier VerifierOf(string service) =>
        new(service, Requests.Keys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), Requests.At("20150830T123600Z"));

    private static Microsoft.AspNetCore.Http.HttpRequest Receive(
        string method, string target, string service, string signedHeaders, string signature, params (string, string)[] headers) => Requests.Receive(
            method,
            target,
            [
                .. headers,
                ("Authorization",
                    $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/{service}/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}"),
            ]);
}
