using System.Net;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.EndToEnd;

public sealed class ResourcesTests(SharedApplication shared)
{
    public static TheoryData<string> Services => ["s3", "lambda", "dynamodb", "rekognition", "api", "processor", "cloudfront"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_resource_is_healthy(string resource) =>
        await shared.Iris.Notifications.WaitForResourceHealthyAsync(
            resource, WaitBehavior.StopOnResourceUnavailable, TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_provisioning_ran_to_its_end()
    {
        var ended = await shared.Iris.Notifications.WaitForResourceAsync(
            "provision", KnownResourceStates.TerminalStates, TestContext.Current.CancellationToken);

        Assert.Equal(KnownResourceStates.Finished, ended);
    }

    [Fact]
    public async Task CloudFront_answers_with_the_site_the_API_and_the_reference()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        using var site = await shared.Iris.Site.GetAsync("/", cancellationToken);
        using var images = await shared.Iris.Site.GetAsync("/api/images", cancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (site.StatusCode, site.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (images.StatusCode, images.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public void The_dashboard_links_to_the_site_and_to_the_reference_by_name()
    {
        Assert.Equal(["Iris"], LinksOf("cloudfront"));
        Assert.Equal(["API reference"], LinksOf("api"));
        Assert.Empty(LinksOf("s3"));
    }

    private IEnumerable<string> LinksOf(string resource)
    {
        Assert.True(shared.Iris.Notifications.TryGetCurrentState(resource, out var current));
        return current.Snapshot.Urls.Where(static url => !url.IsInternal).Select(static url => url.DisplayProperties.DisplayName);
    }
}
