using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.EndToEnd;

public sealed class FunctionsTests
{
    [Fact]
    public async Task A_photograph_becomes_ready_through_the_HTTP_API_of_Lambda()
    {
        Assert.SkipWhen(Bootstraps.Obstacle is not null, Bootstraps.Obstacle ?? "");
        var cancellationToken = TestContext.Current.CancellationToken;

        // Publishing takes longer than an application may take to come up.
        await Bootstraps.GetAsync("ImageApi");
        await using var iris = await IrisApplication.StartAsync(cancellationToken, "--ephemeral", "--lambda");
        var cat = Photographs.Cat;

        var image = await iris.Visitor.SendAsync(cat.Bytes, cat.FileName, cat.ContentType, cancellationToken);

        Assert.Equal("ready", image.GetProperty("status").GetString());
        using var reference = await iris.Site.GetAsync("/api/images?limit=0", cancellationToken);
        Assert.Equal("application/problem+json", reference.Content.Headers.ContentType?.MediaType);
    }
}
