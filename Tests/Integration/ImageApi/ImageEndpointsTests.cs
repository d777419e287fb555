using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageApi;

public abstract class ImageEndpointsTests(ApiFixture api) : ApiContract(api)
{
    private const string Unknown = "/api/images/00000000000000000000000000";

    [Fact]
    public async Task A_ready_image_tells_everything_about_itself()
    {
        var image = await GetAsync($"/api/images/{await MakeReadyAsync("Dog")}");

        var id = image.GetProperty("id").GetString();
        Assert.Equal("ready", image.GetProperty("status").GetString());
        Assert.Equal((640, 480), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()));
        Assert.Equal("#a0b1c2", image.GetProperty("color").GetString());
        Assert.Equal(
            [$"/images/{id}/300.webp", $"/images/{id}/600.webp"],
            image.GetProperty("thumbnails").EnumerateArray().Select(it => it.GetProperty("url").GetString()));
        Assert.Equal($"/images/{id}/1600.webp", image.GetProperty("preview").GetProperty("url").GetString());
        Assert.Equal(64, image.GetProperty("sha256").GetString()?.Length);
        var label = Assert.Single(image.GetProperty("labels").EnumerateArray());
        Assert.Equal(("Dog", 97.5, "Animal"), (label.GetProperty("name").GetString(), label.GetProperty("confidence").GetDouble(), label.GetProperty("parents")[0].GetString()));
        Assert.Equal(0.3, Assert.Single(label.GetProperty("instances").EnumerateArray()).GetProperty("width").GetDouble());
        Assert.Equal((12, 250, 80), (Timing("queuedMs"), Timing("processingMs"), Timing("labelsMs")));
        Assert.False(image.TryGetProperty("reason", out _));

        int Timing(string name) => image.GetProperty("timings").GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_rejected_image_says_why()
    {
        var id = await MakeRejectedAsync();

        var image = await GetAsync($"/api/images/{id}");

        Assert.Equal("rejected", image.GetProperty("status").GetString());
        Assert.Equal("too-many-pixels", image.GetProperty("reason").GetProperty("code").GetString());
        Assert.Empty(image.GetProperty("labels").EnumerateArray());
    }

    [Fact]
    public async Task An_unknown_image_is_not_found()
    {
        using var response = await Client.GetAsync(Unknown, Token);

        await ProblemAsync(response, HttpStatusCode.NotFound, "image-not-found");
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("0000000000000000000000000U")]
    [InlineData("..%2f..%2fuploads%2f0000000000")]
    public async Task What_is_no_id_is_no_resource(string id)
    {
        using var response = await Client.GetAsync($"/api/images/{id}", Token);

        await ProblemAsync(response, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_an_image()
    {
        var (id, _) = await ClaimNewAsync();

        Assert.Equal("processing", (await GetAsync($"/api/images/{id}?wait=20").WaitAsync(TimeSpan.FromSeconds(15), Token)).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("rejected")]
    [InlineData("failed")]
    public async Task The_end_of_an_image_is_an_object_that_says_what_the_API_says(string end)
    {
        var id = end switch
        {
            "ready" => await MakeReadyAsync("Dog"),
            "rejected" => await MakeRejectedAsync(),
            _ => await MakeFailedAsync(),
        };

        using var s3 = Api.Stack.CreateS3Client();
        using var outcome = await s3.GetObjectAsync(LocalStack.BucketName, $"images/{id}/outcome.json", Token);

        Assert.Equal(("application/json", "no-cache"), (outcome.Headers.ContentType, outcome.Headers.CacheControl));
        var told = (await JsonNode.ParseAsync(outcome.ResponseStream, cancellationToken: Token))!.AsObject();
        Assert.Equal(end, (string?)told["status"]);

        // Everybody reads the same object; whose the image is, the API tells each alone.
        var detail = (await Client.GetFromJsonAsync<JsonObject>($"/api/images/{id}", Token))!;
        Assert.True(detail.Remove("mine"));
        Assert.True(JsonNode.DeepEquals(detail, told), told.ToJsonString());
    }

    [Fact]
    public async Task Who_has_the_image_already_does_not_get_it_again_until_it_changes()
    {
        var (id, claim) = await ClaimNewAsync();
        using var first = await Client.GetAsync($"/api/images/{id}", Token);
        var tag = first.Headers.ETag;
        Assert.NotNull(tag);

        using var unchanged = await GetIfNoneMatchAsync(id, tag.ToString());
        await Api.Claims.CompleteAsync(claim, Samples.Findings(), Token);
        using var changed = await GetIfNoneMatchAsync(id, tag.ToString());

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (unchanged.StatusCode, changed.StatusCode));
        Assert.Equal(0, unchanged.Content.Headers.ContentLength ?? 0);
    }

    [Fact]
    public async Task Who_has_the_image_gets_it_again_when_another_round_of_processing_ended_as_the_one_before()
    {
        var id = await MakeFailedAsync();
        using var first = await Client.GetAsync($"/api/images/{id}", Token);
        using var retried = await Client.PostAsync($"/api/images/{id}/retry", content: null, Token);
        await FailAsync(await ClaimAsync(id));

        using var second = await GetIfNoneMatchAsync(id, first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_deleted_image_is_gone_with_everything_and_stays_gone()
    {
        var label = NewName("Label");
        var id = await MakeReadyAsync(label);

        using var first = await Client.DeleteAsync($"/api/images/{id}", Token);
        using var second = await Client.DeleteAsync($"/api/images/{id}", Token);
        using var found = await Client.GetAsync($"/api/images/{id}", Token);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        await ProblemAsync(found, HttpStatusCode.NotFound, "image-not-found");
        Assert.Empty((await GetAsync($"/api/images?label={label}")).GetProperty("items").EnumerateArray());
        Assert.Empty((await GetAsync($"/api/labels?prefix={label}")).GetProperty("items").EnumerateArray());
        using var s3 = Api.Stack.CreateS3Client();
        Assert.Equal(
            0, (await s3.ListObjectsV2Async(new() { BucketName = LocalStack.BucketName, Prefix = $"uploads/{id}" }, Token)).KeyCount);
    }

    [Fact]
    public async Task Deleted_bytes_may_come_again()
    {
        var bytes = NewBytes();
        var id = await Visitor.UploadAsync(bytes, "dog.jpg", "image/jpeg", Token);
        using var deleted = await Client.DeleteAsync($"/api/images/{id}", Token);

        using var again = await Visitor.RequestUploadAsync(bytes, "dog.jpg", "image/jpeg", Token);

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task A_failed_image_is_retried_and_its_event_comes_again()
    {
        var id = await MakeFailedAsync();

        using var response = await Client.PostAsync($"/api/images/{id}/retry", content: null, Token);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var image = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("pending", image.GetProperty("status").GetString());
        Assert.False(image.TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task Only_a_failed_image_is_retried()
    {
        using var ready = await Client.PostAsync($"/api/images/{await MakeReadyAsync()}/retry", content: null, Token);
        using var unknown = await Client.PostAsync($"{Unknown}/retry", content: null, Token);

        await ProblemAsync(ready, HttpStatusCode.Conflict, "not-retryable");
        await ProblemAsync(unknown, HttpStatusCode.NotFound, "image-not-found");
    }

    [Fact]
    public async Task One_whose_original_is_gone_is_not_retried_and_stays_failed()
    {
        var id = await MakeFailedAsync();
        using var s3 = Api.Stack.CreateS3Client();
        await s3.DeleteObjectAsync(LocalStack.BucketName, $"uploads/{id}", Token);

        using var response = await Client.PostAsync($"/api/images/{id}/retry", content: null, Token);

        var problem = await ProblemAsync(response, HttpStatusCode.Conflict, "not-retryable");
        Assert.Contains("original is gone", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("failed", (await GetAsync($"/api/images/{id}")).GetProperty("status").GetString());
    }

    private async Task<HttpResponseMessage> GetIfNoneMatchAsync(string id, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/images/{id}") { Headers = { { "If-None-Match", tag } } };
        return await Client.SendAsync(request, Token);
    }
}

[Collection<OnKestrel>]
public sealed class ImageEndpointsTestsOnKestrel(KestrelFixture api) : ImageEndpointsTests(api);

[Collection<AsALambda>]
public sealed class ImageEndpointsTestsAsALambda(LambdaFixture api) : ImageEndpointsTests(api);

[Collection<AsABootstrap>]
public sealed class ImageEndpointsTestsAsABootstrap(BootstrapFixture api) : ImageEndpointsTests(api);
