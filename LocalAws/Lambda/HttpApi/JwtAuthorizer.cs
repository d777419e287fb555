using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// API Gateway's JWT authorizer:
/// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html"/>.
/// It checks who has signed a token, whom it is for and since when and until when it holds, and hands its claims to the function.
/// </summary>
internal static class JwtAuthorizer
{
    // A provider that starts again has other keys, and whoever has its new tokens does not wait five minutes.
    private static readonly TimeSpan s_pauseBetweenKeys = TimeSpan.FromSeconds(1);

    public static void AddJwtAuthorizer(this IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<HttpApiOptions>>(Configure)
            .PostConfigure(static bearer =>
                ((BaseConfigurationManager?)bearer.ConfigurationManager)?.UseLastKnownGoodConfiguration = false);
    }

    /// <summary>The claims of the request's token; null after an answer that says what is wrong with it.</summary>
    public static async Task<JsonElement?> AuthorizeAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Succeeded)
        {
            var token = new JsonWebToken(http.Request.Headers.Authorization.ToString().Split(' ', 2)[1].Trim());
            return JsonElement.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = result.Failure is { } failure
            ? $"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{Describe(failure)}\""
            : "Bearer";
        await GatewayError.Unauthorized.WriteAsync(http.Response);
        return null;
    }

    private static void Configure(JwtBearerOptions bearer, IOptions<HttpApiOptions> options)
    {
        var signIn = options.Value;
        bearer.Authority = signIn.Issuer?.OriginalString;
        bearer.RequireHttpsMetadata = false;
        bearer.MapInboundClaims = false;
        bearer.RefreshInterval = s_pauseBetweenKeys;
        bearer.TokenValidationParameters = new()
        {
            ValidAlgorithms = ["RS256", "RS384", "RS512"],
            ClockSkew = TimeSpan.Zero,
            AudienceValidator = (audiences, token, _) => IsFor(signIn.Audience, [.. audiences], (JsonWebToken)token),
        };
    }

    // Cognito's access tokens have no audience, and name the client instead.
    private static bool IsFor(string? audience, string[] audiences, JsonWebToken token) => audiences is []
        ? token.TryGetPayloadValue("client_id", out string client) && client == audience
        : audiences.Contains(audience);

    private static string Describe(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "the token has expired",
        SecurityTokenNotYetValidException => "the token is not valid yet",
        SecurityTokenInvalidAudienceException => "the token does not have a valid audience",
        SecurityTokenInvalidIssuerException => "the token does not have a valid issuer",
        SecurityTokenMalformedException => "the token is malformed",
        _ => "the token does not have a valid signature",
    };
}
