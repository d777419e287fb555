namespace Iris.ImageApi.Callers;

/// <summary>What a token says of whom it was given to, by the names of RFC 7519. A subject is unique within its issuer only.</summary>
internal static class TokenClaim
{
    public const string Issuer = "iss";
    public const string Subject = "sub";
}
