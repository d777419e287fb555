using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SQS;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;
using LocalAws.Shared;

namespace Iris.Tests.EndToEnd;

/// <summary>
/// <c>--aws</c>, with moto as the account: CloudFormation, S3, DynamoDB and SQS. Labels come from the local network, since moto knows none.
/// </summary>
public sealed class AccountTests(MotoServer moto, LocalRekognition rekognition) : IClassFixture<MotoServer>, IClassFixture<LocalRekognition>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);
    private static readonly BasicAWSCredentials s_keys = new(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_photograph_goes_to_the_bucket_of_the_account_and_becomes_ready_on_this_machine(bool asBootstraps)
    {
        Programs.Require("moto_server");
        string[] lambda = asBootstraps ? ["--lambda"] : [];
        if (asBootstraps)
        {
            Assert.SkipWhen(Bootstraps.Obstacle is not null, Bootstraps.Obstacle ?? "");
            // Publishing takes longer than an application may take to come up.
            await Bootstraps.GetAsync("ImageApi");
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_patience);
        var cancellationToken = deadline.Token;
        using var appHost = new AppHostProcess(
            Environment(), ["--aws", "--stack", "iris-dev-test", "--ephemeral", "--frontend=static", .. lambda]);
        using var site = new HttpClient { BaseAddress = await appHost.ReadyAsync(cancellationToken) };
        using var s3 = new AmazonS3Client(s_keys, new AmazonS3Config { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = LocalAccount.Region, ForcePathStyle = true });
        var bucket = Assert.Single((await s3.ListBucketsAsync(cancellationToken)).Buckets).BucketName;
        await NotifyQueueAsync(s3, bucket, cancellationToken);
        var kitten = Photographs.Kitten;

        var visitor = new Visitor(site);
        var id = await visitor.UploadAsync(kitten.Distinct(), kitten.FileName, kitten.ContentType, cancellationToken);
        var image = await WholeAsync(visitor, id, cancellationToken);

        Assert.Equal("ready", image.GetProperty("status").GetString());
        Assert.Contains(image.GetProperty("labels").EnumerateArray(), label => label.GetProperty("name").GetString() == kitten.Label);
        Assert.Equal(
            [$"images/{id}/1600.webp", $"images/{id}/300.webp", $"images/{id}/600.webp", $"images/{id}/outcome.json", $"uploads/{id}"],
            (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, cancellationToken)).S3Objects
                .Select(static each => each.Key)
                .Where(key => key.Contains(id, StringComparison.Ordinal)));
        await AssertIsServedAsync(site, image, cancellationToken);

        await appHost.SignalAsync("TERM", cancellationToken);
        Assert.Empty(await appHost.UntilNoneIsLeftAsync(TimeSpan.FromSeconds(30), cancellationToken));
    }

    // Of a bucket's properties moto's CloudFormation makes only some; its S3 can notify when it is told so directly.
    private async Task NotifyQueueAsync(AmazonS3Client s3, string bucket, CancellationToken cancellationToken)
    {
        using var sqs = new AmazonSQSClient(
            s_keys, new AmazonSQSConfig { ServiceURL = moto.Endpoint.ToString(), AuthenticationRegion = LocalAccount.Region });
        var queue = Assert.Single((await sqs.ListQueuesAsync("", cancellationToken)).QueueUrls);
        var attributes = await sqs.GetQueueAttributesAsync(queue, ["QueueArn"], cancellationToken);
        var configuration = new QueueConfiguration { Id = "uploads", Queue = attributes.QueueARN, Events = [EventType.ObjectCreatedAll] };
        configuration.Filter = new Filter { S3KeyFilter = new S3KeyFilter { FilterRules = [new FilterRule("prefix", "uploads/")] } };
        await s3.PutBucketNotificationAsync(
            new PutBucketNotificationRequest { BucketName = bucket, QueueConfigurations = [configuration] }, cancellationToken);
    }

    // DynamoDB changes an item at once, moto attribute by attribute: who asks in between gets one that is ready and shows nothing, or half
    // of one.
    private static async Task<JsonElement> WholeAsync(Visitor visitor, string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var image = await visitor.WaitAsync(id, cancellationToken);
                if (image.GetProperty("status").GetString() is not "ready" || image.GetProperty("labels").GetArrayLength() > 0)
                {
                    return image;
                }
            }
            catch (HttpRequestException half) when (half.StatusCode is HttpStatusCode.InternalServerError)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task AssertIsServedAsync(HttpClient site, JsonElement image, CancellationToken cancellationToken)
    {
        using var page = await site.GetAsync("/api/images", cancellationToken);
        using var listed = JsonDocument.Parse(await page.Content.ReadAsStringAsync(cancellationToken));
        using var preview = await site.GetAsync(image.GetProperty("preview").GetProperty("url").GetString(), cancellationToken);

        Assert.Equal(image.GetProperty("id").GetString(), listed.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (preview.StatusCode, preview.Content.Headers.ContentType?.MediaType));
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
        ["AWS_REGION"] = LocalAccount.Region,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_ENDPOINT_URL_CLOUDFORMATION"] = moto.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_S3"] = moto.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_DYNAMODB"] = moto.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_SQS"] = moto.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_REKOGNITION"] = rekognition.Endpoint.ToString(),
    };
}
