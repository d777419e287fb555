using System.Net.Http.Json;
using System.Text.Json;
using Iris.Seed;
using Iris.Tests.Integration.Deployment;
using Iris.Tests.Integration.ImageApi;
using Iris.Tests.Integration.ImageProcessor;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>`ops seed` on the real API, which is the site as far as seeding goes, with and without a processor behind it.</summary>
public sealed class SeedCommandTests(Dynalite dynalite, LocalRekognition rekognition)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_processor_that_never_answers_is_not_waited_for_for_ever()
    {
        await using var api = await StartAsync();

        var ending = await OpsProcess.RunAsync(SettingsOf(api), "seed", "--timeout-seconds", "3", "--json");

        Assert.True(ending.Code == 5, ending.Told);
        Assert.Contains("0 of 20 pictures are processed, and for 3 s there was no further one", ending.Told, StringComparison.Ordinal);
        Assert.Contains("'ops redrive --dry-run'", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_ends_at_once_and_says_how_to_go_on()
    {
        await using var api = await StartAsync();

        var ending = await OpsProcess.InterruptAsync(SettingsOf(api), UploadedAsync(api), "seed", "--json");

        Assert.True(ending.Code == 1, ending.Told);
        Assert.Contains("Interrupted. Run the same command again", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_becomes_ready_also_after_an_interruption_and_costs_nothing_the_next_time()
    {
        await using var api = await StartAsync();
        await OpsProcess.InterruptAsync(SettingsOf(api), UploadedAsync(api), "seed", "--json");
        await using var processor = SandboxProcess.Start(
            SandboxProcess.Assembly,
            api.Stack.Lambda.RuntimeApi("ImageProcessor"),
            new Dictionary<string, string?>(api.Stack.Settings!) { ["AWS_ENDPOINT_URL_REKOGNITION"] = rekognition.Endpoint.ToString() });

        var first = await OpsProcess.RunAsync(SettingsOf(api), "seed", "--json");
        var second = await OpsProcess.RunAsync(SettingsOf(api), "seed", "--json");

        Assert.True(first.Code == 0, first.Told);
        Assert.Contains("pictures processed: 20", first.Told, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("ready", Collection.Count), States(first).Select(static state => state.Status));
        Assert.Equal(Enumerable.Repeat(("ready", true), Collection.Count), States(second));
        var image = await api.Client.GetFromJsonAsync<JsonElement>($"api/images/{first.Result[0].GetProperty("id").GetString()}", Token);
        Assert.Equal(first.Result[0].GetProperty("fileName").GetString(), image.GetProperty("fileName").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    [InlineData("soon")]
    public async Task A_limit_that_is_none_is_refused(string seconds) =>
        Assert.Equal(
            2, (await OpsProcess.RunAsync(new Dictionary<string, string>(), "seed", "--dry-run", "--timeout-seconds", seconds)).Code);

    private async Task<KestrelFixture> StartAsync()
    {
        var api = new KestrelFixture(dynalite);
        await api.InitializeAsync();
        return api;
    }

    private static Dictionary<string, string> SettingsOf(KestrelFixture api) => new(api.Stack.Settings)
    {
        ["IRIS_SITE_URL"] = api.Client.BaseAddress!.ToString(),
    };

    private static IEnumerable<(string Status, bool WasKnown)> States(Ending ending) =>
        ending.Result.EnumerateArray()
            .Select(static picture => (picture.GetProperty("status").GetString()!, picture.GetProperty("wasKnown").GetBoolean()));

    /// <summary>Ends when the bucket holds a picture.</summary>
    private static async Task UploadedAsync(KestrelFixture api)
    {
        using var s3 = api.Stack.CreateS3Client();
        await Until.True(
            async () => (await s3.ListObjectsV2Async(new() { BucketName = LocalStack.BucketName }, Token)).S3Objects is { Count: > 0 },
            Token);
    }
}
