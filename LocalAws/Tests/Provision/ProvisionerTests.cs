using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3.Model;
using Iris.Tests.Support;
using LocalAws.Provision;

namespace LocalAws.Tests.Provision;

public sealed class ProvisionerTests(Dynalite dynalite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bucket_lets_the_site_s_pages_put_with_the_signed_headers()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        await stack.ProvisionAsync();

        var rule = Assert.Single((await CorsOf(stack)).Rules);
        Assert.Equal(["http://localhost:8080", "http://127.0.0.1:8080"], rule.AllowedOrigins);
        Assert.Equal(["PUT"], rule.AllowedMethods);
        Assert.Equal(["content-type", "if-none-match", "x-amz-checksum-sha256"], rule.AllowedHeaders);
        Assert.Contains("ETag", rule.ExposeHeaders);
        Assert.Equal(3600, rule.MaxAgeSeconds);
    }

    [Fact]
    public async Task A_browser_s_preflight_from_the_site_passes_and_from_elsewhere_does_not()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        await stack.ProvisionAsync();

        Assert.True((await PreflightAsync("http://localhost:8080")).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False((await PreflightAsync("http://elsewhere.example")).Headers.Contains("Access-Control-Allow-Origin"));

        async Task<HttpResponseMessage> PreflightAsync(string origin)
        {
            using var browser = new HttpClient();
            using var request = new HttpRequestMessage(
                HttpMethod.Options, new Uri(stack.S3Endpoint, $"/{stack.Options.BucketName}/uploads/a"));
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "PUT");
            request.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match,x-amz-checksum-sha256");
            return await browser.SendAsync(request, Cancellation);
        }
    }

    [Fact]
    public async Task The_bucket_tells_the_processor_of_uploads_alone()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        await stack.ProvisionAsync();

        var notification = Assert.Single(await NotificationsOf(stack));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor:live", notification.FunctionArn);
        Assert.Equal(["s3:ObjectCreated:*"], notification.Events.Select(@event => @event.Value));
        Assert.Equal(
            [("prefix", "uploads/")],
            notification.Filter.S3KeyFilter.FilterRules.Select(rule => (rule.Name.ToLowerInvariant(), rule.Value)));
    }

    [Fact]
    public async Task The_table_has_the_keys_and_the_indexes()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        await stack.ProvisionAsync();

        var table = (await stack.DynamoDb.DescribeTableAsync(stack.Options.TableName, Cancellation)).Table;
        Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.Empty(TableDifferences.Between(table, DataResources.Read(stack.Options).Table));
    }

    [Fact]
    public async Task What_only_AWS_has_is_said_once_for_each_resource()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        await stack.ProvisionAsync();

        Assert.Contains(stack.Log.Lines, line => line.Contains("on AWS only", StringComparison.Ordinal) && line.Contains("TimeToLiveSpecification", StringComparison.Ordinal));
        Assert.Contains(stack.Log.Lines, line => line.Contains("on AWS only", StringComparison.Ordinal) && line.Contains("PublicAccessBlockConfiguration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_second_time_nothing_changes_and_what_is_stored_stays()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        await stack.ProvisionAsync();
        await stack.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = stack.Options.BucketName, Key = "uploads/a", ContentBody = "a" }, Cancellation);
        await stack.DynamoDb.PutItemAsync(stack.Options.TableName, new() { ["pk"] = new("a"), ["sk"] = new("b") }, Cancellation);

        await stack.ProvisionAsync();

        Assert.DoesNotContain(
            stack.Log.Lines,
            line => line.Contains("created", StringComparison.Ordinal) || line.Contains(" now ", StringComparison.Ordinal));
        Assert.Single((await stack.S3.ListObjectsV2Async(new() { BucketName = stack.Options.BucketName }, Cancellation)).S3Objects);
        Assert.Equal(1, (await stack.DynamoDb.ScanAsync(new ScanRequest(stack.Options.TableName), Cancellation)).Count);
    }

    [Fact]
    public async Task Several_at_the_same_time_do_not_fail_each_other()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Provisioner.RunAsync(stack.Options, stack.S3, stack.DynamoDb, Cancellation)));

        Assert.Single(await NotificationsOf(stack));
    }

    [Fact]
    public async Task What_changed_in_the_template_or_its_parameters_is_updated()
    {
        await using var stack = await Stack.StartAsync(dynalite);
        await stack.ProvisionAsync();

        await stack.ProvisionAsync(stack.Options with
        {
            Region = "eu-west-1",
            Parameters = new Dictionary<string, string> { ["SiteOrigins"] = "http://localhost:3000" },
        });

        Assert.Equal(["http://localhost:3000"], Assert.Single((await CorsOf(stack)).Rules).AllowedOrigins);
        Assert.Equal(
            "arn:aws:lambda:eu-west-1:000000000000:function:ImageProcessor:live", Assert.Single(await NotificationsOf(stack)).FunctionArn);
        Assert.Equal(2, stack.Log.Lines.Count(line => line.Contains(" now ", StringComparison.Ordinal)));
    }

    private static async Task<CORSConfiguration> CorsOf(Stack stack) =>
        (await stack.S3.GetCORSConfigurationAsync(new GetCORSConfigurationRequest { BucketName = stack.Options.BucketName }, Cancellation))
            .Configuration;

    private static async Task<List<LambdaFunctionConfiguration>> NotificationsOf(Stack stack) =>
        (await stack.S3.GetBucketNotificationAsync(new GetBucketNotificationRequest { BucketName = stack.Options.BucketName }, Cancellation)).LambdaFunctionConfigurations;
}
