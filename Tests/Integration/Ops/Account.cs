using System.Diagnostics;
using System.Text.Json;
using Amazon.S3;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace Iris.Tests.Integration.Ops;

/// <summary>An AWS account on loopback, and somebody who deploys to it with the `ops` program and the real AWS CLI.</summary>
internal sealed class Account : IAsyncDisposable
{
    public const string Artifacts = "iris-artifacts";
    public const string SiteBucket = "iris-site";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-ops-");

    private Account(LocalS3 s3, AmazonS3Client objects, VisitedSite site, RecordedCloudFormation stacks) => (S3, Objects, Site, Stacks) = (s3, objects, site, stacks);

    public LocalS3 S3 { get; }
    public AmazonS3Client Objects { get; }
    public VisitedSite Site { get; }
    public RecordedCloudFormation Stacks { get; }

    private string[] Input => ["--stack", "iris", "--json", "--packages", In("packages"), "--site", In("site"), "--template", In("template.json")];

    /// <param name="isNew">Nothing has ever been deployed there: not even the bootstrap stack exists.</param>
    public static async Task<Account> OpenAsync(bool isNew = false)
    {
        Programs.Require("aws");
        var s3 = await LocalS3.StartAsync();
        var objects = s3.CreateClient();
        var site = await VisitedSite.StartAsync();
        _ = await objects.PutBucketAsync(Artifacts);
        _ = await objects.PutBucketAsync(SiteBucket);
        var stacks = await RecordedCloudFormation.StartAsync(objects, new()
        {
            ["ArtifactBucketName"] = Artifacts,
            ["SiteUrl"] = site.Url,
            ["SiteBucketName"] = SiteBucket,
            ["DistributionId"] = "D1",
            ["ImageBucketName"] = "images",
            ["ImageTableName"] = "table",
        });
        var account = new Account(s3, objects, site, stacks);
        account.Write("template.json", """
            {
              "Parameters": { "ArtifactBucket": {}, "ImageApiArtifact": {}, "ImageProcessorArtifact": {}, "SiteOrigins": {}, "DomainName": { "Default": "" } },
              "Resources": {
                "ImageApi": { "Properties": { "Code": { "Ref": "ImageApiArtifact" } } },
                "ImageProcessor": { "Properties": { "Code": { "Ref": "ImageProcessorArtifact" } } },
                "ImageBucket": { "Properties": { "Cors": { "Ref": "SiteOrigins" } } }
              }
            }
            """);
        account.Package("ImageApi", "a1");
        account.Package("ImageProcessor", "p1");
        account.Write("site/index.html", "<p>first</p>");
        account.Write("site/_next/static/1.js", "1");

        if (!isNew)
        {
            stacks.Add(new FakeStack("iris-bootstrap") { Status = "CREATE_COMPLETE" });
        }

        return account;
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Remove(string folder) => Directory.Delete(In(folder), recursive: true);

    /// <summary>Replaces a function's zip by one of another content, for which its name stands.</summary>
    public void Package(string function, string sha256)
    {
        foreach (var old in Directory.CreateDirectory(Path.Combine(_folder.FullName, "packages")).EnumerateFiles($"{function}-*"))
        {
            old.Delete();
        }

        Write($"packages/{function}-{sha256}.zip", sha256);
    }

    public Task<Ending> DeployAsync(params string[] more) => OpsAsync(["deploy", .. Input, .. more]);

    public Task<Ending> DiffAsync() => OpsAsync(["diff", .. Input]);

    public async Task<Ending> OpsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ops.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ENDPOINT_URL"] = Stacks.Endpoint.ToString(),
                ["AWS_ENDPOINT_URL_S3"] = S3.Endpoint.ToString(),
                ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
                ["AWS_REGION"] = "us-east-1",
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["NO_PROXY"] = "127.0.0.1,localhost",
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var json = await output;

        return new Ending(process.ExitCode, json.Length == 0 ? default : JsonDocument.Parse(json).RootElement, await error);
    }

    public async ValueTask DisposeAsync()
    {
        await Stacks.DisposeAsync();
        await Site.DisposeAsync();
        Objects.Dispose();
        await S3.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string In(string path) => Path.Combine(_folder.FullName, path);
}

/// <summary>How a run of `ops` ended: its exit code, its result, and what it told people.</summary>
internal sealed record Ending(int Code, JsonElement Result, string Told);
