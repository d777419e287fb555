using System.Globalization;
using System.Net;
using System.Text.Json;
using Iris.Catalog;

namespace Iris.Tests.Integration.ImageApi;

public abstract class StatsEndpointsTests(ApiFixture api) : ApiContract(api)
{
    [Fact]
    public async Task Labels_come_most_frequent_first_and_are_found_by_their_beginning()
    {
        var (rare, common) = (NewName("Zebra"), NewName("zebra"));
        await MakeReadyAsync(rare, common);
        await MakeReadyAsync(common);

        var found = await GetAsync($"/api/labels?prefix=ZEBRA&limit=2");

        Assert.Equal(
            [(common, 2), (rare, 1)],
            found.GetProperty("items").EnumerateArray().Select(label => (label.GetProperty("name").GetString(), label.GetProperty("count").GetInt32())));
    }

    [Fact]
    public async Task Statistics_count_what_became_of_the_images_of_each_day()
    {
        var before = await GetAsync("/api/stats?days=3");
        await MakeReadyAsync("Dog");
        await MakeFailedAsync();
        var (_, claim) = await ClaimNewAsync();
        await Api.Claims.RejectAsync(claim, new(RejectionCode.Corrupt, "It breaks off."), Token);

        var after = await GetAsync("/api/stats?days=3");

        Assert.Equal((1, 1, 1, 1_000), (Grown("ready"), Grown("rejected"), Grown("failed"), Grown("bytes")));
        Assert.Equal(3, after.GetProperty("days").GetArrayLength());
        Assert.Equal(
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            after.GetProperty("days")[2].GetProperty("date").GetString());
        Assert.InRange(after.GetProperty("total").GetProperty("processing").GetProperty("p95Ms").GetInt32(), 200, 300);
        Assert.Contains("corrupt", after.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
        Assert.InRange(after.GetProperty("topLabels").GetArrayLength(), 1, 10);

        long Grown(string count) => Total(after, count) - Total(before, count);

        static long Total(JsonElement statistics, string count) => statistics.GetProperty("total").GetProperty(count).GetInt64();
    }

    [Theory]
    [InlineData("/api/labels?limit=0", "limit")]
    [InlineData("/api/labels?limit=201", "limit")]
    [InlineData("/api/labels?limit=many", "limit")]
    [InlineData("/api/labels?prefix=%07", "prefix")]
    [InlineData("/api/stats?days=0", "days")]
    [InlineData("/api/stats?days=366", "days")]
    [InlineData("/api/stats?days=x", "days")]
    public async Task What_is_wrong_with_the_query_is_named(string path, string field)
    {
        using var response = await Client.GetAsync(path, Token);

        await InvalidAsync(response, field);
    }

    [Fact]
    public async Task A_path_that_is_not_there_and_a_method_that_is_not_allowed_are_problems_too()
    {
        using var missing = await Client.GetAsync("/api/nothing", Token);
        using var refused = await Client.PutAsync("/api/uploads", content: null, Token);

        await ProblemAsync(missing, HttpStatusCode.NotFound, "not-found");
        await ProblemAsync(refused, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task It_says_that_it_is_well(string path) => Assert.Equal("Healthy", await Client.GetStringAsync(path, Token));
}

[Collection<OnKestrel>]
public sealed class StatsEndpointsTestsOnKestrel(KestrelFixture api) : StatsEndpointsTests(api);

[Collection<AsALambda>]
public sealed class StatsEndpointsTestsAsALambda(LambdaFixture api) : StatsEndpointsTests(api);

[Collection<AsABootstrap>]
public sealed class StatsEndpointsTestsAsABootstrap(BootstrapFixture api) : StatsEndpointsTests(api);
