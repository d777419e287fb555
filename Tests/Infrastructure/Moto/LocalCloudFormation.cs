using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Moto;

/// <summary>moto's CloudFormation, S3, DynamoDB and IAM in a process of their own, spoken to by the AWS CLI.</summary>
public sealed class LocalCloudFormation : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private Process _moto = null!;
    private Uri _endpoint = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        _endpoint = new Uri($"http://127.0.0.1:{port}");
        _moto = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", port.ToString()]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _moto.BeginErrorReadLine();
        _moto.BeginOutputReadLine();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        deadline.CancelAfter(s_patience);
        using var client = new HttpClient();
        while (!await AnswersAsync(client, deadline.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), deadline.Token);
        }
    }

    /// <summary>Creates a stack and answers its outputs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CreateAsync(string stack, string template, params string[] parameters)
    {
        _ = await AwsAsync([
            "cloudformation", "create-stack", "--stack-name", stack, "--template-body", $"file://{template}", "--capabilities", "CAPABILITY_IAM",
            .. parameters.Length == 0 ? [] : parameters.Prepend("--parameters")]);
        var described = (await AwsAsync(["cloudformation", "describe-stacks", "--stack-name", stack]))!["Stacks"]![0]!;
        Assert.Equal("CREATE_COMPLETE", described.Text("StackStatus"));
        return described.Each("Outputs").ToDictionary(output => output.Text("OutputKey")!, output => output.Text("OutputValue")!);
    }

    /// <summary>Runs the AWS CLI and answers what it prints.</summary>
    public async Task<JsonNode?> AwsAsync(string[] arguments)
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--endpoint-url", _endpoint.ToString(), "--region", "us-east-1", "--output", "json"])
        {
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_PAGER"] = "",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            },
        };
        var (exitCode, output) = await Tool.RunAsync(start, input: "", Cancellation);
        Assert.True(exitCode == 0, output);
        return output.Length == 0 ? null : JsonNode.Parse(output);
    }

    public async ValueTask DisposeAsync()
    {
        _moto.Kill(entireProcessTree: true);
        await _moto.WaitForExitAsync(CancellationToken.None);
        _moto.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        Assert.False(_moto.HasExited, "moto_server ended before it answered.");
        try
        {
            using var response = await client.GetAsync(new Uri(_endpoint, "/moto-api/data.json"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
