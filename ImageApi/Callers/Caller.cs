using Iris.Catalog;

namespace Iris.ImageApi.Callers;

/// <summary>
/// Who asks. Whoever has signed in is the issuer's subject of the token that the HTTP API's authorizer has checked; anybody else is the
/// browser that holds a key.
/// </summary>
/// <param name="Owner">Whose images are the caller's own; null: nobody's.</param>
internal sealed record Caller(Owner? Owner)
{
    public bool Owns(Image image) => image.IsOf(Owner);

    public static Caller Of(HttpContext http) => new(SubjectOf(http) ?? (BrowserKey.Of(http) is { } key ? Owner.OfBrowser(key) : null));

    /// <summary>Who uploads, and is going to own: a browser that has no key yet is given one.</summary>
    public static Owner OwnerOfUpload(HttpContext http) => SubjectOf(http) ?? Owner.OfBrowser(BrowserKey.Give(http));

    private static Owner? SubjectOf(HttpContext http) =>
        http.User.FindFirst(TokenClaim.Issuer)?.Value is { Length: > 0 } issuer
        && http.User.FindFirst(TokenClaim.Subject)?.Value is { Length: > 0 } subject
            ? Owner.OfSubject(issuer, subject)
            : null;
}
