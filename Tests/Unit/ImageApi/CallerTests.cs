using System.Security.Claims;
using Iris.Catalog;
using Iris.ImageApi.Callers;
using Microsoft.AspNetCore.Http;

namespace Iris.Tests.Unit.ImageApi;

public sealed class CallerTests
{
    private const string Issuer = "https://issuer.example";
    private const string Key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void Who_has_signed_in_owns_as_the_tokens_subject_whatever_the_browser_is()
    {
        var http = Request(subject: "alice", cookie: $"iris-key={Key}");

        Assert.Equal(Owner.OfSubject(Issuer, "alice"), Caller.Of(http).Owner);
        Assert.Equal(Owner.OfSubject(Issuer, "alice"), Caller.OwnerOfUpload(http));
        Assert.Equal(0, http.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void Anybody_else_is_the_browser_that_holds_a_key()
    {
        var http = Request(cookie: $"iris-key={Key}");

        Assert.Equal(Owner.OfBrowser(new byte[32]), Caller.Of(http).Owner);
        Assert.Equal(Owner.OfBrowser(new byte[32]), Caller.OwnerOfUpload(http));
    }

    [Fact]
    public void Who_only_looks_is_given_no_key()
    {
        var http = Request();

        Assert.Null(Caller.Of(http).Owner);
        Assert.Equal(0, http.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void Another_issuers_subject_of_the_same_name_is_somebody_else()
    {
        var (here, there) = (Request("alice"), Request("alice", issuer: "https://elsewhere.example"));

        Assert.Equal(Caller.Of(here).Owner, Caller.Of(Request("alice")).Owner);
        Assert.NotEqual(Caller.Of(here).Owner, Caller.Of(there).Owner);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_subject_of_no_issuer_is_nobody(string? issuer) =>
        Assert.Equal(Owner.OfBrowser(new byte[32]), Caller.Of(Request("alice", $"iris-key={Key}", issuer)).Owner);

    [Fact]
    public void No_key_is_ever_somebodys_subject() =>
        Assert.NotEqual(Owner.OfSubject("the same", "thirty-two bytes, twice"), Owner.OfBrowser("the same\nthirty-two bytes, twice"u8));

    [Fact]
    public void What_nobody_owns_is_not_that_of_somebody_unknown()
    {
        var image = new Image
        {
            Id = ImageId.FromSha256(new byte[32]),
            Status = ImageStatus.Ready,
            FileName = "dog.jpg",
            ContentType = "image/jpeg",
            Size = 1,
            Sha256 = new string('0', 64),
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.False(Caller.Of(Request()).Owns(image));
        Assert.False(new Caller(Owner.Nobody).Owns(image));
    }

    private static DefaultHttpContext Request(string? subject = null, string? cookie = null, string? issuer = Issuer)
    {
        var http = new DefaultHttpContext { Request = { Scheme = "http" } };
        http.Request.Headers.Cookie = cookie;

        if (subject is not null)
        {
            Claim[] claims = [.. issuer is null ? [] : (Claim[])[new("iss", issuer)], new("sub", subject)];
            http.User = new ClaimsPrincipal(new ClaimsIdentity(claims, "AuthorizerIdentity"));
        }

        return http;
    }
}
