using System.Text;
using LocalAws.S3.Forms;
using LocalAws.S3.Protocol;

namespace Iris.Tests.Unit.S3;

public sealed class PostPolicies
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""[{"bucket":"b"},["eq","$key","k"]]""", null)]
    [InlineData("""[{"bucket":"b"},["EQ","$key","k"],["content-length-range",1,"100"]]""", null)]
    [InlineData("""[{"bucket":"b"},["starts-with","$key",""]]""", null)]
    [InlineData("""[{"bucket":"b"},{"KEY":"k"}]""", null)]
    [InlineData("""[{"bucket":"other"},["eq","$key","k"]]""", "AccessDenied")]
    [InlineData("""[{"bucket":"b"},["eq","$key","other"]]""", "AccessDenied")]
    [InlineData("""[{"bucket":"b"},["starts-with","$key","uploads/"]]""", "AccessDenied")]
    [InlineData("""[{"bucket":"b"},["eq","$key","k"],["eq","$Content-Type","image/jpeg"]]""", "AccessDenied")]
    [InlineData("""[{"bucket":"b"}]""", "AccessDenied")]
    [InlineData("""[["matches","$key","k"]]""", "InvalidPolicyDocument")]
    [InlineData("""[["eq","$key"]]""", "InvalidPolicyDocument")]
    [InlineData("""[["eq","$key",null]]""", "InvalidPolicyDocument")]
    [InlineData("""[["content-length-range",1]]""", "InvalidPolicyDocument")]
    [InlineData("""[7]""", "InvalidPolicyDocument")]
    [InlineData("""{}""", "InvalidPolicyDocument")]
    public void Allow_what_their_conditions_say_and_no_field_besides(string conditions, string? code) =>
        Assert.Equal(code, Check($$"""{"expiration":"2026-03-01T12:00:01Z","conditions":{{conditions}}}"""));

    [Theory]
    [InlineData("2026-03-01T12:00:00.000Z", null)]
    [InlineData("2026-03-01T11:59:59.999Z", "AccessDenied")]
    [InlineData("tomorrow", "InvalidPolicyDocument")]
    public void Expire(string expiration, string? code) =>
        Assert.Equal(code, Check($$"""{"expiration":"{{expiration}}","conditions":[{"bucket":"b"},{"key":"k"}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"conditions":[]}""")]
    [InlineData("{")]
    public void Are_JSON_with_an_expiration_and_conditions(string policy) => Assert.Equal("InvalidPolicyDocument", Check(policy));

    [Fact]
    public void Are_base64()
    {
        Assert.False(PostPolicy.Parse("***", 100).TryGet(out _, out var error));
        Assert.Equal("InvalidPolicyDocument", error.Code);
    }

    [Fact]
    public void Of_several_length_ranges_hold_to_all()
    {
        const string Policy = """{"expiration":"2026-03-01T12:00:01Z","conditions":[["content-length-range",1,50],["content-length-range",10,90]]}""";

        Assert.True(Parse(Policy).TryGet(out var policy, out _));
        Assert.Equal((10, 50), (policy.MinLength, policy.MaxLength));
    }

    [Fact]
    public void Need_not_cover_what_is_exempt()
    {
        Assert.True(Parse("""{"expiration":"2026-03-01T12:00:01Z","conditions":[{"key":"k"}]}""").TryGet(out var policy, out _));

        Assert.Null(policy.Check(
            new Dictionary<string, string> { ["bucket"] = "b", ["key"] = "k", ["Policy"] = "…", ["x-amz-signature"] = "…", ["x-ignore-me"] = "…" }, s_now));
    }

    private static string? Check(string policy) => Parse(policy).TryGet(out var parsed, out var error)
        ? parsed.Check(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["bucket"] = "b", ["key"] = "k" }, s_now)?.Code
        : error.Code;

    private static Outcome<PostPolicy> Parse(string policy) => PostPolicy.Parse(Convert.ToBase64String(Encoding.UTF8.GetBytes(policy)), 100);
}
