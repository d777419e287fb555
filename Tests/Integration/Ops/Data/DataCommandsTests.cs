using System.Text.Json;
using Amazon.S3;
using Iris.Catalog;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Integration.Deployment;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>
/// The commands on data, run as an operator does on what the AppHost would run: found by the variables by which Iris is configured.
/// </summary>
public sealed class DataCommandsTests(Dynalite dynalite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cleaning_counts_asks_and_leaves_nothing()
    {
        await using var catalog = await FillAsync();

        var counted = await RunAsync(catalog, "clean-data", "--dry-run", "--json");
        Assert.True(counted.Code == 0, counted.Told);
        Assert.Equal((3, 8), (counted.Result.GetProperty("images").GetInt32(), counted.Result.GetProperty("objects").GetInt32()));

        var refused = await RunAsync(catalog, "clean-data", "--json");
        Assert.True(refused.Code == 3, refused.Told);
        Assert.Contains("--yes", refused.Told, StringComparison.Ordinal);
        Assert.Equal(8, (await catalog.KeysAsync()).Count);

        var cleaned = await RunAsync(catalog, "clean-data", "--yes", "--json");
        Assert.True(cleaned.Code == 0, cleaned.Told);
        Assert.Equal(0, await catalog.ItemsAsync());
        Assert.Empty(await catalog.KeysAsync());

        var again = await RunAsync(catalog, "clean-data", "--json");
        Assert.True(again.Code == 0, again.Told);
        Assert.False(again.Result.GetProperty("deleted").GetBoolean());
    }

    [Fact]
    public async Task Without_a_stack_no_other_machine_is_touched()
    {
        var ending = await RunAsync(
            new Dictionary<string, string> { ["AWS_ENDPOINT_URL_DYNAMODB"] = "https://dynamodb.eu-west-1.amazonaws.com" },
            "clean-data",
            "--yes",
            "--json");

        Assert.Equal(2, ending.Code);
        Assert.Contains("not on this machine", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_run_is_said_with_the_cure()
    {
        var ending = await RunAsync(
            new Dictionary<string, string> { ["AWS_ENDPOINT_URL_LAMBDA"] = "http://127.0.0.1:9" }, "redrive", "--json");

        Assert.Equal(1, ending.Code);
        Assert.Contains("dotnet run --project AppHost", ending.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_processed_again_and_ready_images_only_when_asked_for()
    {
        await using var catalog = await FillAsync();
        await catalog.Get<IAmazonS3>().DeleteObjectAsync(LocalStack.BucketName, $"uploads/{Samples.Image("one.jpg").Id}", Token);

        var failed = await RunAsync(catalog, "reprocess", "--since", "1h", "--yes", "--json");
        Assert.True(failed.Code == 0, failed.Told);
        Assert.Equal((1, 1), (failed.Result.GetProperty("found").GetInt32(), failed.Result.GetProperty("sent").GetInt32()));
        Assert.Equal(ImageStatus.Pending, await StatusAsync(catalog, "three.jpg"));

        var ready = await RunAsync(catalog, "reprocess", "--since", "1h", "--status", "ready", "--yes", "--json");
        Assert.True(ready.Code == 0, ready.Told);
        var gone = $"{Samples.Image("one.jpg").Id}";
        Assert.Equal([gone], ready.Result.GetProperty("withoutOriginal").EnumerateArray().Select(static id => id.GetString()));
        Assert.Contains($"{gone}: its original is gone", ready.Told, StringComparison.Ordinal);
        Assert.Equal(ImageStatus.Ready, await StatusAsync(catalog, "one.jpg"));
        Assert.Equal(ImageStatus.Pending, await StatusAsync(catalog, "two.jpg"));
    }

    [Theory]
    [InlineData("sweep", "orphanObjects")]
    [InlineData("reindex", "corrections")]
    [InlineData("redrive", "found")]
    public async Task A_command_that_finds_nothing_to_do_says_so_as_JSON(string command, string field)
    {
        await using var catalog = await FillAsync();

        var ending = await RunAsync(catalog, command, "--json");

        Assert.True(ending.Code == 0, ending.Told);
        var value = ending.Result.GetProperty(field);
        Assert.Equal(0, value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : value.GetInt32());
    }

    [Theory]
    [InlineData("reprocess")]
    [InlineData("reprocess", "--since", "yesterday")]
    [InlineData("reprocess", "--since", "1h", "--status", "processing")]
    public async Task Wrong_arguments_have_an_exit_code_of_their_own(params string[] arguments) =>
        Assert.Equal(2, (await RunAsync(new Dictionary<string, string>(), arguments)).Code);

    private async Task<MaintainedCatalog> FillAsync()
    {
        var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await catalog.MakeReadyAsync("one.jpg", "Dog", "Pet");
        await catalog.MakeReadyAsync("two.jpg", "Dog");
        await catalog.MakeFailedAsync("three.jpg");
        return catalog;
    }

    private static async Task<ImageStatus?> StatusAsync(MaintainedCatalog catalog, string name) =>
        (await catalog.Get<ImageCatalog>().FindAsync(Samples.Image(name).Id, Token))?.Status;

    private static Task<Ending> RunAsync(MaintainedCatalog catalog, params string[] arguments) =>
        RunAsync(catalog.Stack.Settings, arguments);

    private static Task<Ending> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        OpsProcess.RunAsync(settings, arguments);
}
