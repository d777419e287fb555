using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.DynamoDB;

public sealed class ServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iris-dynamodb-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Terminated_it_ends_with_0_and_its_rows_are_there_after_the_next_start()
    {
        using (var server = await DynamoDbServer.StartAsync(_folder, Cancellation))
        {
            using var client = server.CreateClient();
            await client.CreateTableAsync(
                new CreateTableRequest
                {
                    TableName = "kept",
                    BillingMode = BillingMode.PAY_PER_REQUEST,
                    AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
                    KeySchema = [new("pk", KeyType.HASH)],
                },
                Cancellation);

            while ((await client.DescribeTableAsync("kept", Cancellation)).Table.TableStatus != TableStatus.ACTIVE)
            {
                await Task.Yield();
            }

            await client.PutItemAsync("kept", new() { ["pk"] = new("row") }, Cancellation);

            Assert.Equal(0, await server.TerminateAsync(Cancellation));
        }

        using var next = await DynamoDbServer.StartAsync(_folder, Cancellation);
        using var reader = next.CreateClient();
        Assert.True((await reader.GetItemAsync("kept", new() { ["pk"] = new("row") }, Cancellation)).IsItemSet);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_of_a_request_takes_nobody_with_it()
    {
        using var server = await DynamoDbServer.StartAsync(_folder, Cancellation);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port, Cancellation);
            await client.GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"), Cancellation);
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using var http = new HttpClient();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(server.Endpoint, "/_local/health"), Cancellation));
        using var dynamoDb = server.CreateClient();
        Assert.Empty((await dynamoDb.ListTablesAsync(Cancellation)).TableNames);
    }

    [Theory]
    [InlineData("another", LocalAccount.SecretAccessKey, "UnrecognizedClientException")]
    [InlineData(LocalAccount.AccessKeyId, "another", "InvalidSignatureException")]
    public async Task Other_keys_than_the_local_ones_are_refused(string accessKeyId, string secretAccessKey, string code)
    {
        using var server = await DynamoDbServer.StartAsync(_folder, Cancellation);
        using var stranger = server.CreateClient(accessKeyId, secretAccessKey);

        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => stranger.ListTablesAsync(Cancellation));

        Assert.Equal((HttpStatusCode.BadRequest, code), (refusal.StatusCode, refusal.ErrorCode));
    }

    [Fact]
    public async Task What_nobody_signed_or_somebody_changed_is_refused()
    {
        using var server = await DynamoDbServer.StartAsync(_folder, Cancellation);
        using var http = new HttpClient();
        using var unsigned = ListTables(server, "{}");
        using var changed = ListTables(server, """{"Limit":1}""");
        Sign(changed, "{}");
        using var signed = ListTables(server, "{}");
        Sign(signed, "{}");

        Assert.Contains("MissingAuthenticationTokenException", await AnswerAsync(unsigned), StringComparison.Ordinal);
        Assert.Contains("InvalidSignatureException", await AnswerAsync(changed), StringComparison.Ordinal);
        Assert.Equal("""{"TableNames":[]}""", await AnswerAsync(signed));

        async Task<string> AnswerAsync(HttpRequestMessage request)
        {
            using var response = await http.SendAsync(request, Cancellation);
            return await response.Content.ReadAsStringAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var server = await DynamoDbServer.StartAsync(_folder, Cancellation);

        var (exitCode, error) = await DynamoDbServer.FailAsync(["--port", $"{server.Endpoint.Port}"], Cancellation);

        Assert.Equal(1, exitCode);
        Assert.Contains($"Port {server.Endpoint.Port} is taken", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_refused(string port)
    {
        var (exitCode, error) = await DynamoDbServer.FailAsync(["--port", port], Cancellation);

        Assert.Equal(1, exitCode);
        Assert.Contains($"'{port}'", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static HttpRequestMessage ListTables(DynamoDbServer server, string body) => new(HttpMethod.Post, server.Endpoint)
    {
        Headers = { { "X-Amz-Target", "DynamoDB_20120810.ListTables" } },
        Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
    };

    private static void Sign(HttpRequestMessage request, string body)
    {
        var keys = new AwsKeyPair { AccessKeyId = LocalAccount.AccessKeyId, SecretAccessKey = LocalAccount.SecretAccessKey };
        new SigV4Signer(Options.Create(keys), TimeProvider.System).Sign(request, "dynamodb", PayloadHash.Of(Encoding.UTF8.GetBytes(body)));
    }
}
