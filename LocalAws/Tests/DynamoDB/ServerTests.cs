using System.Net.Sockets;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

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
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"), Cancellation);
            client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        using var http = new HttpClient();
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri(server.Endpoint, "/_local/health"), Cancellation));
        using var dynamoDb = server.CreateClient();
        Assert.Empty((await dynamoDb.ListTablesAsync(Cancellation)).TableNames);
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
}
