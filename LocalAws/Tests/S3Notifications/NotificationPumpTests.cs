using Amazon.Runtime;
using Amazon.SQS;
using Iris.Tests.Support;
using LocalAws.S3Notifications;
using LocalAws.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.S3Notifications;

/// <summary>From a queue that is not ours, moto's, to Lambda.</summary>
public sealed class NotificationPumpTests(MotoServer moto) : IClassFixture<MotoServer>, IAsyncLifetime
{
    private const string Events = """{"Records":[{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","s3":{"object":{"key":"uploads/é"}}}]}""";
    private const string TestEvent = """{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"iris-dev-images-1"}""";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private AmazonSQSClient _sqs = null!;
    private string _queue = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sqs = new AmazonSQSClient(
            new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey),
            new AmazonSQSConfig { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = "us-east-1" });
        _queue = (await _sqs.CreateQueueAsync($"q{Guid.NewGuid():n}", Cancellation)).QueueUrl;
    }

    [Fact]
    public async Task Events_reach_the_function_as_they_are_and_leave_the_queue()
    {
        await using var lambda = await InvokedLambda.StartAsync();
        using var pump = await StartAsync(lambda);

        await _sqs.SendMessageAsync(_queue, Events, Cancellation);

        await UntilEmptyAsync();
        Assert.Equal(("ImageProcessor", "Event", Events), Assert.Single(lambda.Accepted));
    }

    [Fact]
    public async Task Events_that_Lambda_refuses_come_again()
    {
        await using var lambda = await InvokedLambda.StartAsync(refusals: 1);
        using var pump = await StartAsync(lambda);

        await _sqs.SendMessageAsync(_queue, Events, Cancellation);

        await UntilEmptyAsync();
        Assert.Equal(Events, Assert.Single(lambda.Accepted).Payload);
    }

    [Theory]
    [InlineData(TestEvent)]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{\"Event\":1}")]
    public async Task What_tells_of_no_upload_leaves_the_queue_without_an_invocation(string message)
    {
        await using var lambda = await InvokedLambda.StartAsync();
        using var pump = await StartAsync(lambda);

        await _sqs.SendMessageAsync(_queue, message, Cancellation);

        await UntilEmptyAsync();
        Assert.Empty(lambda.Accepted);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_message()
    {
        await using var lambda = await InvokedLambda.StartAsync();
        using var pump = await StartAsync(lambda);

        await pump.StopAsync(Cancellation).WaitAsync(s_patience, Cancellation);
    }

    [Theory]
    [InlineData("S3Notifications:QueueUrl", "")]
    [InlineData("S3Notifications:FunctionName", "")]
    [InlineData("AWS_ENDPOINT_URL_LAMBDA", "localhost:9001")]
    public async Task A_wrong_setting_ends_the_start_and_is_named(string setting, string value)
    {
        await using var lambda = await InvokedLambda.StartAsync();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(lambda, (setting, value)));

        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _sqs.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IHost> StartAsync(InvokedLambda lambda, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all =
        [
            ("AWS_ACCESS_KEY_ID", LocalAccount.AccessKeyId), ("AWS_SECRET_ACCESS_KEY", LocalAccount.SecretAccessKey), (
                "AWS_REGION", "us-east-1"),
            ("AWS_ENDPOINT_URL_SQS", moto.Endpoint.ToString()), ("AWS_ENDPOINT_URL_LAMBDA", lambda.Endpoint.ToString()),
            ("S3Notifications:QueueUrl", _queue), ("S3Notifications:FunctionName", "ImageProcessor"), ("Logging:LogLevel:Default", "None"), .. settings,
        ];
        var builder = Host.CreateApplicationBuilder([.. all.Select(static setting => $"--{setting.Key}={setting.Value}")]);
        builder.AddServiceDefaults();
        builder.AddS3Notifications();
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }

    // A message that was received and not deleted is still of the queue.
    private async Task UntilEmptyAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(s_patience);
        while (await LeftAsync(deadline.Token) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
        }
    }

    private async Task<int> LeftAsync(CancellationToken cancellationToken)
    {
        var attributes = await _sqs.GetQueueAttributesAsync(
            _queue, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"], cancellationToken);
        return attributes.ApproximateNumberOfMessages + attributes.ApproximateNumberOfMessagesNotVisible;
    }
}
