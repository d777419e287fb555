using LocalAws.CloudFront.Site;

namespace LocalAws.Tests.CloudFront;

public sealed class SiteRewriteTests
{
    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/analytics", "/analytics.html")]
    [InlineData("/analytics/", "/analytics.html")]
    [InlineData("/analytics.html", "/analytics.html")]
    [InlineData("/a/b", "/a/b.html")]
    [InlineData("/a.b/c", "/a.b/c.html")]
    [InlineData("/_next/static/chunks/main-0a1b.js", "/_next/static/chunks/main-0a1b.js")]
    [InlineData("/favicon.ico", "/favicon.ico")]
    [InlineData("/photos", "/photos.html")]
    [InlineData("/photos/", "/photos.html")]
    [InlineData("/photos/3zf0k8t5v1m7q2w9x4y6a0b1c2", "/photos/[id].html")]
    [InlineData("/photos/3zf0k8t5v1m7q2w9x4y6a0b1c2/", "/photos/[id].html")]
    [InlineData("/photos/a/b", "/photos/a/b.html")]
    [InlineData("/Photos/a", "/Photos/a.html")]
    public void An_address_leads_to_one_file(string path, string file) => Assert.Equal(file, SiteRewrite.ToFile(path));
}
