using System.Net;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;
using Iris.Tests.Support.S3;
using LocalAws.Tests.CloudFront;
using LocalAws.Tests.DynamoDB;

namespace LocalAws.Tests.Shared;

public sealed class ThisMachineOnlyTests(LocalRekognition rekognition) : IAsyncLifetime
{
    private readonly DirectoryInfo _tables = Directory.CreateTempSubdirectory("iris-dynamodb-");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Dictionary<string, Uri> _servers = [];
    private readonly LocalLambda _lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20" });
    private LocalS3 _s3 = null!;
    private CloudFrontHost _cloudFront = null!;
    private DynamoDbServer _dynamoDb = null!;

    public static TheoryData<string> Servers => ["S3", "Lambda", "Rekognition", "CloudFront", "DynamoDB"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _s3 = await LocalS3.StartAsync();
        _cloudFront = await CloudFrontHost.StartAsync();
        _dynamoDb = await DynamoDbServer.StartAsync(_tables.FullName, Cancellation);
        _servers["S3"] = _s3.Endpoint;
        _servers["Lambda"] = _lambda.Endpoint;
        _servers["Rekognition"] = rekognition.Endpoint;
        _servers["CloudFront"] = _cloudFront.Address;
        _servers["DynamoDB"] = _dynamoDb.Endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _dynamoDb.Dispose();
        await _cloudFront.DisposeAsync();
        await _s3.DisposeAsync();
        await _lambda.DisposeAsync();
        _tables.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_name_that_somebody_else_s_DNS_leads_here_is_refused(string server)
    {
        foreach (var name in new[] { "iris.example", "localhost.example", "127.0.0.1.example", "192.0.2.1", "localhost." })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(server, name));
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_name_of_this_machine_is_taken_and_a_client_that_is_no_browser_says_nothing_more(string server)
    {
        foreach (var name in new[] { "localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80", "s3.localhost" })
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, name));
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_page_of_another_site_gets_nothing(string server)
    {
        Assert.Equal(
            HttpStatusCode.Forbidden, await AskAsync(server, "localhost", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await AskAsync(server, "localhost", ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://iris.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(server, "localhost", ("Sec-Fetch-Site", "cross-site"), ("Origin", "null")));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_page_of_this_machine_may_ask_by_either_of_its_names(string server)
    {
        Assert.Equal(
            HttpStatusCode.OK, await AskAsync(server, "localhost", ("Sec-Fetch-Site", "same-site"), ("Origin", "http://localhost:8080")));
        Assert.Equal(
            HttpStatusCode.OK, await AskAsync(server, "127.0.0.1", ("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost:8080")));
    }

    [Theory]
    [InlineData("CloudFront", HttpStatusCode.OK)]
    [InlineData("Lambda", HttpStatusCode.Forbidden)]
    [InlineData("DynamoDB", HttpStatusCode.Forbidden)]
    public async Task A_link_on_another_site_leads_to_the_site_alone(string server, HttpStatusCode status) =>
        Assert.Equal(status, await AskAsync(server, "localhost", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")));

    [Fact]
    public async Task A_sandbox_s_work_is_not_taken_away_by_an_image_on_a_page()
    {
        var id = await _lambda.SendEventAsync("F", "{}", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_lambda.Endpoint, "/F/2018-06-01/runtime/invocation/next"))
        {
            Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Dest", "image" } },
        };

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var handled = new TaskCompletionSource<string>();
        await using var sandbox = Sandbox.Start(_lambda, "F", (_, context) =>
        {
            handled.TrySetResult(context.AwsRequestId);
            return Task.FromResult("null");
        });
        Assert.Equal(id, await handled.Task.WaitAsync(Cancellation));
    }

    private async Task<HttpStatusCode> AskAsync(string server, string host, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_servers[server], "/_local/health"))
        {
            Headers = { Host = host },
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
