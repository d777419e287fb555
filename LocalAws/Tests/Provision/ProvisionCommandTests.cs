using System.Diagnostics;
using Iris.Tests.Support;
using LocalAws.Provision;
using LocalAws.Shared;

namespace LocalAws.Tests.Provision;

public sealed class ProvisionCommandTests(Dynalite dynalite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_names_every_setting()
    {
        var (exitCode, output) = await RunAsync(["--help"], []);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.All(
            ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_DYNAMODB", "S3_BUCKET_NAME", "DYNAMODB_TABLE_NAME", "Provision:TemplatePath", "Provision:Parameters"],
            setting => Assert.Contains(setting, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bucket_and_table_exist_when_it_ends_with_0()
    {
        await using var stack = await Stack.StartAsync(dynalite);

        var (exitCode, output) = await RunAsync([], Environment(stack));

        Assert.True(exitCode == ExitCode.Done, output);
        Assert.Contains((await stack.S3.ListBucketsAsync(Cancellation)).Buckets, bucket => bucket.BucketName == stack.Options.BucketName);
        Assert.NotNull((await stack.DynamoDb.DescribeTableAsync(stack.Options.TableName, Cancellation)).Table);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_S3", "", "AWS_ENDPOINT_URL_S3")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "https://dynamodb.us-east-1.amazonaws.com", "AWS_ENDPOINT_URL_DYNAMODB")]
    [InlineData("Provision__TemplatePath", "nowhere.yaml", "nowhere.yaml")]
    [InlineData("Provision__Parameters__SiteOrigin", "http://localhost", "SiteOrigin")]
    [InlineData("Provision__TimeoutSeconds", "soon", "Provision:TimeoutSeconds")]
    public async Task A_wrong_setting_ends_it_with_2_and_is_named(string name, string value, string named)
    {
        await using var stack = await Stack.StartAsync(dynalite);
        var environment = Environment(stack);
        environment[name] = value;

        var (exitCode, output) = await RunAsync([], environment);

        Assert.Equal(ExitCode.Misconfigured, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Environment(Stack stack) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
        ["AWS_ENDPOINT_URL_S3"] = stack.S3Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_DYNAMODB"] = stack.DynamoDbEndpoint.ToString(),
        ["S3_BUCKET_NAME"] = stack.Options.BucketName,
        ["DYNAMODB_TABLE_NAME"] = stack.Options.TableName,
    };

    private static async Task<(ExitCode ExitCode, string Output)> RunAsync(string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LocalAws.Provision.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return ((ExitCode)process.ExitCode, output + await error);
    }
}
