using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace LocalAws.Tests.Lambda;

public sealed class JwtAuthorizerTests : IAsyncLifetime
{
    // Whoever asks the HTTP API signs nothing, and brings a token.
    private readonly HttpClient _visitor = new();
    private readonly long _now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private Issuer _issuer = null!;
    private LocalLambda _lambda = null!;
    private Sandbox _sandbox = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Dictionary<string, object> Claims => new()
    {
        ["iss"] = _issuer.Address,
        ["sub"] = "ada",
        ["aud"] = "urn:iris:api",
        ["exp"] = _now + 3600,
    };

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _lambda = LocalLambda.Start(new Dictionary<string, string>
        {
            ["Functions:Api:TimeoutSeconds"] = "20",
            ["HttpApi:Issuer"] = _issuer.Address,
            ["HttpApi:Audience"] = "urn:iris:api",
            ["HttpApi:TemplatePath"] = Repository.PathOf("cloudformation", "app.yaml"),
        });
        // The event itself is the answer.
        _sandbox = Sandbox.Start(_lambda, "Api", static (input, _) => Task.FromResult(input));
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _sandbox.DisposeAsync();
        await _lambda.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task The_claims_of_a_valid_token_reach_the_function_as_text()
    {
        var token = _issuer.Sign(new(Claims)
        {
            ["groups"] = new[] { "a", "b" },
            ["email_verified"] = true,
        });

        using var response = await SendAsync("POST", "api/uploads", token);

        var context = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["requestContext"]!;
        Assert.Equal("POST /api/uploads", (string?)context["routeKey"]);
        var claims = context["authorizer"]!["jwt"]!["claims"]!;
        Assert.Equal("ada", (string?)claims["sub"]);
        Assert.Equal(Claims["exp"].ToString(), (string?)claims["exp"]);
        Assert.Equal("[a b]", (string?)claims["groups"]);
        Assert.Equal("true", (string?)claims["email_verified"]);
    }

    [Theory]
    [InlineData("POST", "api/uploads")]
    [InlineData("DELETE", "api/images/3zf0k8t5v1m7q2w9x4y6a0b1c2")]
    [InlineData("POST", "api/images/3zf0k8t5v1m7q2w9x4y6a0b1c2/retry")]
    public async Task Without_a_token_nobody_writes(string method, string path)
    {
        using var response = await SendAsync(method, path, token: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("""{"message":"Unauthorized"}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("GET", "api/images")]
    [InlineData("GET", "api/images/3zf0k8t5v1m7q2w9x4y6a0b1c2?wait=10")]
    [InlineData("GET", "health")]
    public async Task Without_a_token_everybody_reads(string method, string path)
    {
        using var response = await SendAsync(method, path, token: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("authorizer", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "api/uploads/")]
    [InlineData("POST", "api/%75ploads")]
    [InlineData("POST", "API/uploads")]
    [InlineData("PUT", "api/uploads")]
    [InlineData("DELETE", "api/images/")]
    [InlineData("POST", "")]
    public async Task No_other_spelling_of_a_path_reaches_the_function(string method, string path)
    {
        using var response = await SendAsync(method, path, token: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example", "issuer")]
    [InlineData("aud", "urn:somebody:else", "audience")]
    [InlineData("aud", null, "audience")]
    [InlineData("exp", 1583798639L, "expired")]
    [InlineData("exp", null, "signature")]
    public async Task A_token_whose_claims_do_not_hold_is_refused_and_says_why(string claim, object? value, string reason)
    {
        var claims = Claims;
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        await IsRefusedAsync(_issuer.Sign(claims), reason);
    }

    [Fact]
    public async Task A_token_holds_from_the_time_that_it_names() =>
        await IsRefusedAsync(_issuer.Sign(new(Claims) { ["nbf"] = _now + 600 }), "not valid yet");

    [Fact]
    public async Task A_token_without_an_audience_may_name_the_client_instead()
    {
        var claims = Claims;
        claims.Remove("aud");
        claims["client_id"] = "urn:iris:api";

        using var response = await SendAsync("POST", "api/uploads", _issuer.Sign(claims));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_token_is_signed_by_the_issuer_and_by_RSA()
    {
        await IsRefusedAsync(_issuer.Sign(Claims, new(Issuer.CreateKey(), SecurityAlgorithms.RsaSha256)), "signature");
        var publicKey = new SymmetricSecurityKey(_issuer.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _issuer.Key.KeyId };
        await IsRefusedAsync(_issuer.Sign(Claims, new(publicKey, SecurityAlgorithms.HmacSha256)), "signature");
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{_issuer.Sign(Claims).Split('.')[1]}.";
        await IsRefusedAsync(unsigned, "signature");
        await IsRefusedAsync("gibberish", "malformed");
    }

    [Fact]
    public async Task An_issuer_that_starts_again_has_new_keys_and_the_old_are_void()
    {
        var old = _issuer.Sign(Claims);
        using var before = await SendAsync("POST", "api/uploads", old);

        _issuer.StartAgain();
        await Until.True(
            async () =>
            {
                using var after = await SendAsync("POST", "api/uploads", _issuer.Sign(Claims));
                return after.StatusCode is HttpStatusCode.OK;
            },
            Cancellation);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await IsRefusedAsync(old, "signature");
    }

    [Theory]
    [InlineData("HttpApi:Issuer", "ftp://127.0.0.1/", "Lambda:HttpApi:Issuer")]
    [InlineData("HttpApi:Issuer", "http://127.0.0.1:9003", "Lambda:HttpApi:Audience")]
    [InlineData("HttpApi:Audience", "urn:iris:api", "Lambda:HttpApi:Audience")]
    public void A_wrong_setting_ends_the_start_and_is_named(string setting, string value, string named)
    {
        var settings = new Dictionary<string, string> { [setting] = value };

        var fault = Assert.Throws<OptionsValidationException>(() => LocalLambda.Start(settings));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private async Task IsRefusedAsync(string token, string reason)
    {
        using var response = await SendAsync("POST", "api/uploads", token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var challenge = response.Headers.WwwAuthenticate.ToString();
        Assert.StartsWith("""Bearer scope="" error="invalid_token" error_description=""", challenge, StringComparison.Ordinal);
        Assert.Contains(reason, challenge, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? token)
    {
        var target = new Uri(_lambda.HttpApi("Api") + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await _visitor.SendAsync(request, Cancellation);
    }
}
