using CsCheck;
using LocalAws.CloudFront;

namespace LocalAws.Tests.CloudFront;

public sealed class PathGuardTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/analytics")]
    [InlineData("/photos/")]
    [InlineData("/images/3zf0k8t5v1m7q2w9x4y6a0b1c2/300.webp")]
    [InlineData("/images/a/300.webp?next=/../uploads/x%2f..")]
    [InlineData("/_next/static/chunks/pages/%5Bid%5D-0a1b.js")]
    [InlineData("/caf%C3%A9")]
    [InlineData("/a...b/..c/d..")]
    [InlineData("/_next/image?url=%2Fimages%2Fa")]
    public void A_plain_path_passes(string target) => Assert.True(PathGuard.Admits(target));

    [Theory]
    [InlineData("/images/../uploads/x")]
    [InlineData("/images/./x")]
    [InlineData("/images/..")]
    [InlineData("/images/..%2fuploads/x")]
    [InlineData("/images/..%2Fuploads/x")]
    [InlineData("/images/%2e%2e/uploads/x")]
    [InlineData("/images/%2E%2E/uploads/x")]
    [InlineData("/images/.%2e/uploads/x")]
    [InlineData("/images%2f..%2fuploads/x")]
    [InlineData("/images/%252e%252e/uploads/x")]
    [InlineData("/images/..%252fuploads/x")]
    [InlineData("/images/%25%32%65%25%32%65/uploads/x")]
    [InlineData(@"/images/..\uploads\x")]
    [InlineData("/images/..%5cuploads%5cx")]
    [InlineData("/images/%5c..%5cuploads")]
    [InlineData("/images//uploads/x")]
    [InlineData("//uploads/x")]
    [InlineData("/images/a%00.webp")]
    [InlineData("/images/a%0d%0aSet-Cookie:x")]
    [InlineData("/images/a\nb")]
    [InlineData("/images/a b")]
    [InlineData("/images/é")]
    [InlineData("/images/%c0%ae%c0%ae/../x")]
    [InlineData("/images/%")]
    [InlineData("/images/%2")]
    [InlineData("/images/%zz")]
    [InlineData("/images/%u002e%u002e/x")]
    [InlineData("http://localhost/images/../uploads/x")]
    [InlineData("http://elsewhere.example/")]
    [InlineData("images/x")]
    [InlineData("*")]
    [InlineData("")]
    public void A_path_of_two_readings_does_not(string target) => Assert.False(PathGuard.Admits(target));

    [Fact]
    public void Whatever_passes_below_images_stays_there_however_often_it_is_decoded_and_normalised() =>
        Gen.OneOf("..", ".", "/", "\\", "%", "2e", "2f", "5c", "25", "%2e", "%2F", "uploads", "images", "a", "?", "#", "%c0%ae", ";")
            .Array[1, 12]
            .Select(string.Concat)
            .Sample(tail =>
            {
                var target = $"/images/{tail}";
                if (PathGuard.Admits(target))
                {
                    Assert.All(Readings(target), reading => Assert.StartsWith("/images/", reading, StringComparison.Ordinal));
                }
            }, iter: 20_000);

    private static IEnumerable<string> Readings(string target)
    {
        var path = target.Split('?', '#')[0];
        for (var times = 0; times < 4; times++)
        {
            yield return new Uri("http://s3.example" + path.Replace('\\', '/')).AbsolutePath;
            path = Uri.UnescapeDataString(path);
        }
    }
}
