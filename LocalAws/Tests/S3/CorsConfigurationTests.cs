using System.Xml.Linq;
using LocalAws.S3.Cors;

namespace LocalAws.Tests.S3;

public sealed class CorsConfigurationTests
{
    [Theory]
    [InlineData("*", "http://localhost:8080", true)]
    [InlineData("http://localhost:8080", "http://localhost:8080", true)]
    [InlineData("http://localhost:8080", "http://localhost:80800", false)]
    [InlineData("https://*.example.com", "https://a.b.example.com", true)]
    [InlineData("https://*.example.com", "https://.example.com", true)]
    [InlineData("https://*.example.com", "https://example.com", false)]
    [InlineData("https://*.example.com", "https://a.example.com.evil", false)]
    [InlineData("http://localhost:*", "http://localhost:", true)]
    [InlineData("ab*ba", "aba", false)]
    public void Rules_match_origins_with_one_wildcard(string pattern, string origin, bool allowed) =>
        Assert.Equal(allowed, Rule(pattern).Find(origin, "PUT", []) is not null);

    [Theory]
    [InlineData("PUT", "Content-Type,X-Amz-Meta-Owner", true)]
    [InlineData("PUT", "content-type,authorization", false)]
    [InlineData("DELETE", "", false)]
    [InlineData("put", "", false)]
    public void Rules_match_when_method_and_every_header_do(string method, string headers, bool allowed) =>
        Assert.Equal(allowed, Rule("*").Find("http://a", method, headers.Split(',', StringSplitOptions.RemoveEmptyEntries)) is not null);

    [Fact]
    public void Rules_are_tried_in_order()
    {
        var configuration = CorsConfiguration.Parse($"<CORSConfiguration>{Xml("http://a", "1")}{Xml("*", "2")}</CORSConfiguration>");

        Assert.Equal("1", configuration.Find("http://a", "PUT", [])?.MaxAgeSeconds);
        Assert.Equal("2", configuration.Find("http://b", "PUT", [])?.MaxAgeSeconds);
    }

    [Theory]
    [InlineData("", "MalformedXML")]
    [InlineData("<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>", "MalformedXML")]
    [InlineData("<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>OPTIONS</AllowedMethod></CORSRule>", "InvalidRequest")]
    [InlineData("<CORSRule><AllowedOrigin>*.*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>", "InvalidRequest")]
    [InlineData(
        "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><MaxAgeSeconds>-1</MaxAgeSeconds></CORSRule>",
        "MalformedXML")]
    public void Rules_are_refused_when_they_mean_nothing(string rules, string code) =>
        Assert.Equal(code, CorsConfiguration.Validate(XElement.Parse($"<CORSConfiguration>{rules}</CORSConfiguration>"))?.Code);

    private static CorsConfiguration Rule(string origin) =>
        CorsConfiguration.Parse($"<CORSConfiguration>{Xml(origin, "600")}</CORSConfiguration>");

    private static string Xml(string origin, string maxAge) =>
        $"<CORSRule><AllowedOrigin>{origin}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><AllowedHeader>content-type</AllowedHeader>"
        + $"<AllowedHeader>x-amz-*</AllowedHeader><MaxAgeSeconds>{maxAge}</MaxAgeSeconds></CORSRule>";
}
