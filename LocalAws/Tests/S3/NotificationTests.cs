using Amazon.S3;
using Amazon.S3.Model;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.S3;

public sealed class NotificationTests : IAsyncLifetime
{
    private const string Bucket = "iris-images";
    private FakeLambda _lambda = null!;
    private LocalS3 _s3 = null!;
    private AmazonS3Client _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _lambda = await FakeLambda.StartAsync();
        _s3 = await LocalS3.StartAsync(_lambda.Endpoint);
        _client = _s3.CreateClient();
        await _client.PutBucketAsync(Bucket, Cancellation);
        await Subscribe("s3:ObjectCreated:*", "uploads/");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _s3.DisposeAsync();
        await _lambda.DisposeAsync();
    }

    [Fact]
    public async Task Notifications_tell_the_function_what_was_put()
    {
        var put = await Put("uploads/é x+y.jpg");

        var (function, record) = await _lambda.Next();

        var s3 = record.GetProperty("s3");
        Assert.Equal("ImageProcessor", function);
        Assert.Equal(
            ("2.1", "aws:s3", "us-east-1", "ObjectCreated:Put"),
            (record.GetProperty("eventVersion").GetString(), record.GetProperty("eventSource").GetString(),
                record.GetProperty("awsRegion").GetString(), record.GetProperty("eventName").GetString()));
        Assert.Equal(
            (Bucket, $"arn:aws:s3:::{Bucket}", "the-id"),
            (s3.GetProperty("bucket").GetProperty("name").GetString(), s3.GetProperty("bucket").GetProperty("arn").GetString(),
                s3.GetProperty("configurationId").GetString()));
        Assert.Equal("uploads/%C3%A9+x%2By.jpg", FakeLambda.KeyOf(record));
        Assert.Equal(
            (3L, put.ETag.Trim('"')),
            (s3.GetProperty("object").GetProperty("size").GetInt64(), s3.GetProperty("object").GetProperty("eTag").GetString()));
        Assert.Equal(
            put.ResponseMetadata.RequestId, record.GetProperty("responseElements").GetProperty("x-amz-request-id").GetString());
        Assert.Equal("127.0.0.1", record.GetProperty("requestParameters").GetProperty("sourceIPAddress").GetString());
        Assert.InRange(
            record.GetProperty("eventTime").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Fact]
    public async Task Notifications_come_from_every_way_of_making_an_object()
    {
        await Put("uploads/a");
        await _client.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = Bucket,
            SourceKey = "uploads/a",
            DestinationBucket = Bucket,
            DestinationKey = "uploads/a",
            MetadataDirective = S3MetadataDirective.REPLACE,
        }, Cancellation);

        List<string?> names = [];
        while (names.Count < 2)
        {
            names.Add((await _lambda.Next()).Record.GetProperty("eventName").GetString());
        }

        Assert.Equal(["ObjectCreated:Copy", "ObjectCreated:Put"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Notifications_come_once_for_each_object_that_was_removed_and_for_none_that_was_not_there()
    {
        await Put("other/a");
        await Put("other/b");
        await Subscribe("s3:ObjectRemoved:*", "other/");

        await _client.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = Bucket,
            Objects = [new KeyVersion { Key = "other/a" }, new KeyVersion { Key = "other/b" }, new KeyVersion { Key = "other/missing" }],
        }, Cancellation);
        var records = await _lambda.Until(["other/a", "other/b"]);

        Assert.Equal(2, records.Count);
        Assert.All(records, record => Assert.Equal("ObjectRemoved:Delete", record.GetProperty("eventName").GetString()));
        Assert.False(records[0].GetProperty("s3").GetProperty("object").TryGetProperty("size", out _));
    }

    [Fact]
    public async Task Notifications_stay_away_for_other_prefixes()
    {
        await Put("images/a.webp");
        await Put("uploads/a");

        Assert.Equal("uploads/a", FakeLambda.KeyOf((await _lambda.Next()).Record));
        Assert.True(_lambda.IsQuiet);
    }

    [Fact]
    public async Task Notifications_have_sequencers_that_tell_the_later_write()
    {
        List<string> sequencers = [];
        for (var write = 0; write < 20; write++)
        {
            await Put("uploads/a");
            sequencers.Add((await _lambda.Next()).Record.GetProperty("s3").GetProperty("object").GetProperty("sequencer").GetString()!);
        }

        Assert.Equal(sequencers.Distinct().Order(StringComparer.Ordinal), sequencers);
    }

    [Fact]
    public async Task Notifications_come_again_until_they_are_accepted()
    {
        foreach (var status in new[] { 500, 429, 404, 503 })
        {
            _lambda.Refusals.Enqueue(status);
        }

        await Put("uploads/a");

        Assert.Equal("uploads/a", FakeLambda.KeyOf((await _lambda.Next()).Record));
        Assert.Equal(5, _lambda.Calls);
    }

    [Fact]
    public async Task Notifications_outlive_a_restart_and_are_forgotten_once_accepted()
    {
        _lambda.Refusals.Enqueue(500);
        await Put("uploads/accepted");
        await _lambda.Until(["uploads/accepted"]);
        for (var refusal = 0; refusal < 50; refusal++)
        {
            _lambda.Refusals.Enqueue(503);
        }

        string[] keys = [.. Enumerable.Range(0, 10).Select(number => $"uploads/{number}")];
        await Task.WhenAll(keys.Select(Put));
        await _s3.StopAsync();
        _lambda.Refusals.Clear();
        Assert.True(_lambda.IsQuiet);

        await _s3.InitializeAsync();
        var records = await _lambda.Until(keys);

        Assert.Equal(keys, records.Select(FakeLambda.KeyOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Notifications_are_configured_as_they_read_back()
    {
        var configuration = await _client.GetBucketNotificationAsync(
            new GetBucketNotificationRequest { BucketName = Bucket }, Cancellation);

        var destination = Assert.Single(configuration.LambdaFunctionConfigurations);
        Assert.Equal(("the-id", Arn), (destination.Id, destination.FunctionArn));
        Assert.Equal("uploads/", Assert.Single(destination.Filter.S3KeyFilter.FilterRules).Value);
    }

    [Fact]
    public async Task Notifications_to_queues_and_topics_are_refused_for_they_would_not_be_delivered()
    {
        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => _client.PutBucketNotificationAsync(new PutBucketNotificationRequest
        {
            BucketName = Bucket,
            QueueConfigurations =
                [new QueueConfiguration { Queue = "arn:aws:sqs:us-east-1:000000000000:q", Events = [EventType.ObjectCreatedAll] }],
        }, Cancellation));

        Assert.Equal("NotImplemented", refused.ErrorCode);
    }

    private const string Arn = "arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor";

    private Task<PutObjectResponse> Put(string key) =>
        _client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = "abc" }, Cancellation);

    private Task Subscribe(string events, string prefix) => _client.PutBucketNotificationAsync(new PutBucketNotificationRequest
    {
        BucketName = Bucket,
        LambdaFunctionConfigurations =
        [
            new LambdaFunctionConfiguration
            {
                Id = "the-id",
                FunctionArn = Arn,
                Events = [EventType.FindValue(events)],
                Filter = new Filter
                {
                    S3KeyFilter = new S3KeyFilter { FilterRules = [new FilterRule { Name = "prefix", Value = prefix }] },
                },
            },
        ],
    }, Cancellation);
}
