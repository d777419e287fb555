using System.Net;
using CsCheck;
using LocalAws.S3.Storage;

namespace LocalAws.Tests.S3;

public sealed class EventKeyTests
{
    [Theory]
    [InlineData("uploads/4q3dq1", "uploads/4q3dq1")]
    [InlineData("red flower.jpg", "red+flower.jpg")]
    [InlineData("originals/é x+y.jpg", "originals/%C3%A9+x%2By.jpg")]
    [InlineData("a(1)&b=c%2F~'!*", "a%281%29%26b%3Dc%252F%7E%27%21*")]
    [InlineData("😀", "%F0%9F%98%80")]
    public void Keys_are_form_url_encoded_but_for_the_slash(string key, string encoded) => Assert.Equal(encoded, EventKey.Encode(key));

    [Fact]
    public void Keys_decode_to_the_key() => Gen.String.Where(key => !key.Any(char.IsSurrogate)).Sample(key =>
        Assert.Equal(key, WebUtility.UrlDecode(EventKey.Encode(key))));
}
