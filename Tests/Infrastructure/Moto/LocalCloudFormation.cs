using System.Diagnostics;
using System.Text.Json.Nodes;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.Moto;

/// <summary>moto's CloudFormation and what it creates, spoken to by the AWS CLI.</summary>
public sealed class LocalCloudFormation : IAsyncLifetime
{
    private readonly MotoServer _moto = new();

    public ValueTask InitializeAsync() => _moto.InitializeAsync();

    /// <summary>Creates a stack and answers its outputs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CreateAsync(string stack, string template, params string[] parameters)
    {
        await AwsAsync([
            "cloudformation", "create-stack", "--stack-name", stack, "--template-body", $"file://{template}", "--capabilities", "CAPABILITY_IAM",
            .. parameters.Length == 0 ? [] : parameters.Prepend("--parameters")]);
        var described = (await AwsAsync(["cloudformation", "describe-stacks", "--stack-name", stack]))!["Stacks"]![0]!;
        Assert.Equal("CREATE_COMPLETE", described.Text("StackStatus"));
        return described.Each("Outputs").ToDictionary(output => output.Text("OutputKey")!, output => output.Text("OutputValue")!);
    }

    /// <summary>Runs the AWS CLI and answers what it prints.</summary>
    public async Task<JsonNode?> AwsAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(
            "aws", [.. arguments, "--endpoint-url", _moto.Endpoint.ToString(), "--region", "us-east-1", "--output", "json"])
        {
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_PAGER"] = "",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
            },
        };
        var (exitCode, output) = await Tool.RunAsync(start, input: "", TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        return output.Length == 0 ? null : JsonNode.Parse(output);
    }

    public ValueTask DisposeAsync() => _moto.DisposeAsync();
}
