using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.S3;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;
using LocalAws.Provision;
using LocalAws.Shared;

namespace LocalAws.Tests.Provision;

public sealed class AvailabilityTests(Dynalite dynalite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_with_other_keys_is_left_alone_and_the_way_out_is_told()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        await stack.DynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = stack.Options.TableName,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
                KeySchema = [new("pk", KeyType.HASH)],
            },
            Cancellation);

        var fault = await Assert.ThrowsAsync<ProvisionException>(() => stack.ProvisionAsync());

        Assert.Equal(ExitCode.TableDiffers, fault.ExitCode);
        Assert.Contains("key is pk HASH, the template says pk HASH, sk RANGE", fault.Message, StringComparison.Ordinal);
        Assert.Contains("index feed is absent", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"aws dynamodb delete-table --table-name {stack.Options.TableName}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_that_are_still_starting_are_waited_for()
    {
        var s3 = await LocalS3.StartAsync();
        await using var stack = new Stack(s3, dynalite);
        using var handler = new LateHandler(refusals: 3);
        using var late = s3.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(handler));

        await Provisioner.RunAsync(stack.Options, late, stack.DynamoDb, Cancellation);

        Assert.True(handler.Requests > 3);
        Assert.Contains((await stack.S3.ListBucketsAsync(Cancellation)).Buckets, bucket => bucket.BucketName == stack.Options.BucketName);
    }

    [Fact]
    public async Task A_service_that_never_comes_up_is_named_with_its_address()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        using var nowhere = new AmazonDynamoDBClient(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        var fault = await Assert.ThrowsAsync<ProvisionException>(() => Provisioner.RunAsync(
            stack.Options with { Timeout = TimeSpan.FromSeconds(1) }, stack.S3, nowhere, Cancellation));

        Assert.Equal(ExitCode.Unavailable, fault.ExitCode);
        Assert.Matches(@"^DynamoDB did not answer at http://127\.0\.0\.1:1/? within 1 s \(.+\)", fault.Message);
    }

    [Fact]
    public async Task Keys_that_S3_does_not_know_are_not_tried_until_the_end_of_the_wait()
    {
        var s3 = await LocalS3.StartAsync();
        await using var stack = new Stack(s3, dynalite);
        using var stranger = s3.CreateClient("stranger", "secret", _ => { });

        var fault = await Assert.ThrowsAsync<ProvisionException>(() => Provisioner.RunAsync(
            stack.Options with { Timeout = TimeSpan.FromHours(1) }, stranger, stack.DynamoDb, Cancellation));

        Assert.Equal(ExitCode.Unavailable, fault.ExitCode);
        Assert.Contains("AWS_ACCESS_KEY_ID", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_machine_and_AWS_itself_are_never_provisioned()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        using var aws = new AmazonS3Client(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey), Amazon.RegionEndpoint.USEast1);

        var fault = await Assert.ThrowsAsync<ProvisionException>(
            () => Provisioner.RunAsync(stack.Options, aws, stack.DynamoDb, Cancellation));

        Assert.Equal(ExitCode.Misconfigured, fault.ExitCode);
        Assert.Contains("AWS_ENDPOINT_URL_S3", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Refuses the first requests as a port does on which nobody listens yet.</summary>
    private sealed class LateHandler(int refusals) : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++Requests <= refusals
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused")
                : base.SendAsync(request, cancellationToken);
    }
}
