using System.Diagnostics;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace LocalAws.Tests.S3;

/// <summary>The AWS command line against the local S3, as a developer uses it.</summary>
public sealed class AwsCliTests(LocalS3 server) : S3Test(server), IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_command_line_copies_lists_presigns_and_removes()
    {
        await File.WriteAllBytesAsync(PathOf("a é+b.jpg"), Bytes(100_000), Cancellation);

        await Aws("s3", "cp", PathOf("a é+b.jpg"), $"s3://{Bucket}/photos/a é+b.jpg");
        Assert.Contains("PRE photos/", await Aws("s3", "ls", $"s3://{Bucket}"), StringComparison.Ordinal);
        Assert.Contains("100000 photos/a é+b.jpg", await Aws("s3", "ls", "--recursive", $"s3://{Bucket}"), StringComparison.Ordinal);
        Assert.Contains(Bucket, await Aws("s3", "ls"), StringComparison.Ordinal);

        await Aws("s3", "cp", $"s3://{Bucket}/photos/a é+b.jpg", PathOf("back.jpg"));
        Assert.Equal(Bytes(100_000), await File.ReadAllBytesAsync(PathOf("back.jpg"), Cancellation));

        var url = (await Aws("s3", "presign", $"s3://{Bucket}/photos/a é+b.jpg", "--expires-in", "60")).Trim();
        using (var response = await Exchange(new HttpRequestMessage(HttpMethod.Get, url)))
        {
            Assert.Equal(Bytes(100_000), await response.Content.ReadAsByteArrayAsync(Cancellation));
        }

        await Aws("s3", "mv", $"s3://{Bucket}/photos/a é+b.jpg", $"s3://{Bucket}/moved.jpg");
        Assert.Equal(["moved.jpg"], await Keys());
        await Aws("s3", "rm", $"s3://{Bucket}/moved.jpg");
        Assert.Empty(await Keys());
    }

    // Above 8 MiB the CLI uploads in parts; nothing of Iris is above 5.
    [Fact]
    public async Task The_command_line_is_told_by_name_that_a_large_file_cannot_come_in_parts()
    {
        await File.WriteAllBytesAsync(PathOf("large"), Bytes(9_000_000), Cancellation);

        var (exitCode, _, error) = await Run("s3", "cp", PathOf("large"), $"s3://{Bucket}/large");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("(NotImplemented)", error, StringComparison.Ordinal);
        Assert.Contains("CreateMultipartUpload", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_syncs_a_folder_and_only_what_changed()
    {
        var source = _folder.CreateSubdirectory("source");
        source.CreateSubdirectory("below");
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "one"), "1", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "below", "two"), "2", Cancellation);

        await Aws("s3", "sync", source.FullName, $"s3://{Bucket}/to");
        Assert.Equal(["to/below/two", "to/one"], await Keys());
        Assert.Equal("", (await Aws("s3", "sync", source.FullName, $"s3://{Bucket}/to")).Trim());

        File.Delete(Path.Combine(source.FullName, "one"));
        await Aws("s3", "sync", "--delete", source.FullName, $"s3://{Bucket}/to");
        Assert.Equal(["to/below/two"], await Keys());
        await Aws("s3", "rm", "--recursive", $"s3://{Bucket}");
        Assert.Empty(await Keys());
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> Aws(params string[] arguments)
    {
        var (exitCode, output, error) = await Run(arguments);
        Assert.True(exitCode == 0, $"aws {string.Join(' ', arguments)}: {error}");
        return output;
    }

    private async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        Programs.Require("aws");

        // Version 1 of the CLI presigns with Signature Version 2 unless it is told not to; version 2 needs no telling.
        await File.WriteAllTextAsync(PathOf("config"), "[default]\ns3 =\n  signature_version = s3v4\n", Cancellation);
        var start = new ProcessStartInfo("aws", ["--endpoint-url", Server.Endpoint.AbsoluteUri, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
                ["AWS_REGION"] = "us-east-1",
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_CONFIG_FILE"] = PathOf("config"),
                ["AWS_SHARED_CREDENTIALS_FILE"] = PathOf("no-credentials"),
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["AWS_PAGER"] = "",
                ["LC_ALL"] = "C.UTF-8",
            },
        };
        foreach (var proxy in new[] { "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy" })
        {
            start.Environment.Remove(proxy);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, error);
    }
}
