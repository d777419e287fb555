using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LocalAws.Tests.OpenId;

public sealed partial class ProviderTests
{
    private const string Verifier = "0123456789012345678901234567890123456789012";
    private const string ComesBackTo = $"{OpenIdServer.Site}/signed-in";

    private static readonly string s_challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_says_a_name_gets_tokens_for_the_API_and_can_renew_them()
    {
        using var provider = await OpenIdServer.StartAsync(Cancellation);
        using var browser = Browser(provider);

        var first = await TokensAsync(browser, new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = await SignInAsync(browser, "Ada Lovelace"),
            ["redirect_uri"] = ComesBackTo,
            ["code_verifier"] = Verifier,
        });
        var next = await TokensAsync(browser, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = Text(first, "refresh_token") });

        Assert.Equal("Ada Lovelace", new JsonWebToken(Text(first, "id_token")).GetPayloadValue<string>("name"));
        var token = new JsonWebToken(Text(next, "access_token"));
        Assert.Equal(("RS256", "ada"), (token.Alg, token.Subject));
        Assert.Equal(provider.Issuer, new Uri(token.Issuer));
        Assert.Equal(["urn:iris:api"], token.Audiences);
    }

    [Theory]
    [InlineData("redirect_uri", "http://elsewhere.example/signed-in")]
    [InlineData("client_id", "somebody")]
    public async Task Nobody_else_is_signed_in_to(string parameter, string value)
    {
        using var provider = await OpenIdServer.StartAsync(Cancellation);
        using var browser = Browser(provider);

        using var response = await browser.GetAsync(Authorization(parameter, value), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", OpenIdServer.Site, HttpStatusCode.OK)]
    [InlineData("127.0.0.1", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("elsewhere.example", OpenIdServer.Site, HttpStatusCode.Forbidden)]
    public async Task No_page_of_another_site_asks_it(string host, string origin, HttpStatusCode status)
    {
        using var provider = await OpenIdServer.StartAsync(Cancellation);
        using var browser = Browser(provider);
        using var request = new HttpRequestMessage(HttpMethod.Get, ".well-known/openid-configuration");
        request.Headers.Host = host;
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", origin);

        using var response = await browser.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    private static HttpClient Browser(OpenIdServer provider) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = provider.Issuer };

    private static string Authorization(string parameter, string value) => QueryHelpers.AddQueryString("auth", new Dictionary<string, string?>
    {
        ["client_id"] = "iris",
        ["redirect_uri"] = ComesBackTo,
        ["response_type"] = "code",
        ["scope"] = "openid profile",
        ["resource"] = "urn:iris:api",
        ["code_challenge"] = s_challenge,
        ["code_challenge_method"] = "S256",
        [parameter] = value,
    });

    /// <summary>Follows the provider to its page, presses the button of that name, and follows it back with the site's code.</summary>
    private static async Task<string> SignInAsync(HttpClient browser, string name)
    {
        var page = await RedirectAsync(browser.GetAsync(Authorization("state", "s"), Cancellation));
        var form = Form().Matches(await browser.GetStringAsync(page, Cancellation)).Single(form => form.Groups["name"].Value == name);
        var resume = await RedirectAsync(browser.PostAsync(form.Groups["action"].Value, content: null, Cancellation));
        var back = await RedirectAsync(browser.GetAsync(resume, Cancellation));
        Assert.StartsWith(ComesBackTo, back.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(back.Query)["code"].ToString();
    }

    private static async Task<Uri> RedirectAsync(Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!;
    }

    private static async Task<JsonElement> TokensAsync(HttpClient browser, Dictionary<string, string> grant)
    {
        using var response = await browser.PostAsync(
            "token", new FormUrlEncodedContent(new Dictionary<string, string>(grant) { ["client_id"] = "iris" }), Cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static string Text(JsonElement tokens, string name) => tokens.GetProperty(name).GetString()!;

    [GeneratedRegex("""action="(?<action>[^"]+)"><button>(?<name>[^<]+)</button>""")]
    private static partial Regex Form();
}
