using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LocalAws.Tests.Lambda;

/// <summary>Somebody who signs tokens and publishes the key, on a free port.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Issuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public RsaSecurityKey Key { get; private set; } = CreateKey();

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var issuer = new Issuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            $$"""{"issuer":"{{issuer.Address}}","jwks_uri":"{{issuer.Address}}/jwks"}""", "application/json"));
        issuer._app.MapGet("/jwks", () => Results.Text($$"""{"keys":[{{issuer.PublicKey()}}]}""", "application/json"));
        await issuer._app.StartAsync();
        return issuer;
    }

    public static RsaSecurityKey CreateKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("n") };

    /// <summary>What a provider does that keeps its keys in memory.</summary>
    public void StartAgain() => Key = CreateKey();

    public string Sign(Dictionary<string, object> claims, SigningCredentials? credentials = null) => new JsonWebTokenHandler
    {
        SetDefaultTimesOnTokenCreation = false,
    }.CreateToken(new SecurityTokenDescriptor
    {
        Claims = claims,
        SigningCredentials = credentials ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string PublicKey()
    {
        var key = Key.Rsa.ExportParameters(includePrivateParameters: false);
        var (modulus, exponent) = (Base64UrlEncoder.Encode(key.Modulus), Base64UrlEncoder.Encode(key.Exponent));
        return $$"""{"kty":"RSA","use":"sig","kid":"{{Key.KeyId}}","n":"{{modulus}}","e":"{{exponent}}"}""";
    }
}
