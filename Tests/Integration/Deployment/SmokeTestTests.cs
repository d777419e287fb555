using Iris.Client;
using Iris.Deployment;
using Iris.Deployment.Releases;
using Microsoft.AspNetCore.Http;

namespace Iris.Tests.Integration.Deployment;

public sealed class SmokeTestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_goes_its_whole_way_and_is_gone_afterwards()
    {
        await using var site = await VisitedSite.StartAsync();

        await RunAsync(site);

        Assert.Equal([0x89, .. "PNG"u8], site.Stored[..4]);
        Assert.True(site.Deleted);
    }

    [Fact]
    public async Task A_site_that_is_not_available_for_a_moment_passes()
    {
        await using var site = await VisitedSite.StartAsync();
        site.BecomeUnavailable(requests: 1);

        await RunAsync(site);

        Assert.True(site.Deleted);
    }

    [Fact]
    public async Task A_picture_that_fails_is_deleted_as_well()
    {
        await using var site = await VisitedSite.StartAsync();
        site.Status = "failed";

        Assert.Equal("The smoke test failed: the picture ended as failed (processing-failed: It failed.).", await FailureAsync(site));
        Assert.True(site.Deleted);
    }

    [Fact]
    public async Task What_the_storage_refuses_is_deleted_as_well_and_the_address_is_told_without_its_signature()
    {
        await using var site = await VisitedSite.StartAsync();
        site.Instead = static request => request.Path == "/storage"
            ? Results.Text("<Error><Code>AccessDenied</Code></Error>", "application/xml", statusCode: 403)
            : null;

        Assert.Equal(
            $"The smoke test failed: PUT {site.Url}/storage answered 403: <Error><Code>AccessDenied</Code></Error>.",
            await FailureAsync(site));
        Assert.True(site.Deleted);
    }

    [Fact]
    public async Task A_page_in_place_of_the_API_is_told_as_the_refusal_that_it_is()
    {
        await using var site = await VisitedSite.StartAsync();
        site.Instead = static request => request.Path.StartsWithSegments("/api")
            ? Results.Text($"<html>{new string('x', 100_000)}</html>", "text/html", statusCode: 404)
            : null;

        var failure = await FailureAsync(site);

        Assert.Contains(
            "/api/uploads answered 404, and a page instead of JSON: the origin refused CloudFront (403)",
            failure,
            StringComparison.Ordinal);
        Assert.InRange(failure.Length, 1, 500);
    }

    [Fact]
    public async Task A_problem_is_told_in_its_own_words()
    {
        await using var site = await VisitedSite.StartAsync();
        site.Instead = static request =>
            request.Path == "/api/uploads" ? Results.Problem("The hash is none.", statusCode: 400, title: "The request is invalid.") : null;

        Assert.Contains("answered 400: The request is invalid. The hash is none.", await FailureAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_token_a_site_with_sign_in_is_tested_whole_and_without_one_it_can_be_looked_at()
    {
        await using var site = await VisitedSite.StartAsync();
        site.Token = "secret";

        Assert.Contains("asks for a sign-in: is the token in IRIS_TOKEN", await FailureAsync(site), StringComparison.Ordinal);
        using (var signedIn = ImagesClient.Connect(new Uri($"{site.Url}/"), "secret"))
        {
            await new SmokeTest(signedIn, new Uri(site.Url)).RunAsync(Token);
        }

        using var visitor = ImagesClient.Connect(new Uri($"{site.Url}/"));
        await new SmokeTest(visitor, new Uri(site.Url)).LookAsync(Token);
    }

    private static async Task<string> FailureAsync(VisitedSite site) =>
        (await Assert.ThrowsAsync<OperationException>(() => RunAsync(site))).Message;

    private static async Task RunAsync(VisitedSite site)
    {
        using var images = ImagesClient.Connect(new Uri($"{site.Url}/"));
        await new SmokeTest(images, new Uri(site.Url)).RunAsync(Token);
    }
}
