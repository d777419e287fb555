using Iris.Tests.Integration.Catalog;
using Iris.Tests.Integration.Deployment;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>The commands on the data of a stack, found by its outputs, with the real AWS CLI.</summary>
public sealed class StackDataTests(Dynalite dynalite)
{
    [Fact]
    public async Task Redriving_sends_each_event_of_the_queue_to_the_processor_once_and_leaves_what_is_none()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await using var queue = await FailedEventsQueue.StartAsync();
        await using var stacks = await StandAsync(catalog, queue);
        queue.Messages["event"] = """{"requestPayload":{"Records":[{"s3":{"object":{"key":"uploads/ID"}}}]}}""".Replace("ID", Samples.Image("one.jpg").Id.ToString(), StringComparison.Ordinal);
        queue.Messages["failed-again"] = queue.Messages["event"];
        queue.Messages["noise"] = "hello";

        var ending = await RunAsync(catalog, queue, stacks, "redrive", "--stack", "iris", "--json");

        Assert.True(ending.Code == 0, ending.Told);
        Assert.Equal((1, 1), (ending.Result.GetProperty("sent").GetInt32(), ending.Result.GetProperty("unreadable").GetInt32()));
        Assert.Equal(["failed-again", "noise"], queue.Messages.Keys.Order());
    }

    [Fact]
    public async Task Cleaning_a_stack_wants_its_name_too()
    {
        await using var catalog = await MaintainedCatalog.CreateAsync(dynalite);
        await using var queue = await FailedEventsQueue.StartAsync();
        await using var stacks = await StandAsync(catalog, queue);
        await catalog.MakeReadyAsync("one.jpg", "Dog");

        var refused = await RunAsync(catalog, queue, stacks, "clean-data", "--stack", "iris", "--yes", "--json");
        Assert.True(refused.Code == 3, refused.Told);
        Assert.Equal(3, (await catalog.KeysAsync()).Count);

        var cleaned = await RunAsync(catalog, queue, stacks, "clean-data", "--stack", "iris", "--yes", "--confirm", "iris", "--json");
        Assert.True(cleaned.Code == 0, cleaned.Told);
        Assert.Empty(await catalog.KeysAsync());
        Assert.Equal(0, await catalog.ItemsAsync());
    }

    private static async Task<RecordedCloudFormation> StandAsync(MaintainedCatalog catalog, FailedEventsQueue queue)
    {
        Programs.Require("aws");
        var stacks = await RecordedCloudFormation.StartAsync(catalog.Stack.S3.CreateClient(), new()
        {
            ["ImageBucketName"] = LocalStack.BucketName,
            ["ImageTableName"] = catalog.Stack.Settings["DYNAMODB_TABLE_NAME"],
            ["FailedEventsQueueUrl"] = $"{queue.Url}/123456789012/failed",
            ["ImageProcessorFunctionName"] = "ImageProcessor",
        });
        stacks.Add(new FakeStack("iris") { Status = "CREATE_COMPLETE" });
        return stacks;
    }

    private static Task<Ending> RunAsync(MaintainedCatalog catalog, FailedEventsQueue queue, RecordedCloudFormation stacks, params string[] arguments) => OpsProcess.RunAsync(
        new Dictionary<string, string>(catalog.Stack.Settings)
        {
            ["AWS_ENDPOINT_URL"] = stacks.Endpoint.ToString(),
            ["AWS_ENDPOINT_URL_SQS"] = queue.Url,
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["NO_PROXY"] = "127.0.0.1,localhost",
        },
        arguments);
}
