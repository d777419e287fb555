using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Iris.Tests.Support;
using Iris.Tests.Support.AwsCli;
using Iris.Tests.Support.S3;
using LocalAws.Shared;

namespace Iris.Tests.Integration.Deployment;

/// <summary>An AWS account on loopback, and somebody who deploys to it with the `ops` program and the real AWS CLI.</summary>
internal sealed class Account : IAsyncDisposable
{
    public const string Artifacts = "iris-artifacts";
    public const string SiteBucket = "iris-site";

    private static readonly string s_home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iris-ops-");
    private bool _hasTools;

    private Account(LocalS3 s3, AmazonS3Client objects, VisitedSite site, RecordedCloudFormation stacks) => (S3, Objects, Site, Stacks) = (s3, objects, site, stacks);

    public LocalS3 S3 { get; }
    public AmazonS3Client Objects { get; }
    public VisitedSite Site { get; }
    public RecordedCloudFormation Stacks { get; }

    /// <summary>What signs the smoke test in.</summary>
    public string? Token { get; set; }

    /// <summary>Who says whether a repository's deployments are reviewed; null when nobody can be asked.</summary>
    public GitHub? GitHub { get; set; }

    /// <summary>What `aspire` is told beforehand of which stack; null when nothing.</summary>
    public string? NamedStack { get; set; } = "iris";

    private string[] Input => ["--stack", "iris", "--json", "--packages", In("packages"), "--site", In("site"), "--template", In("template.yaml")];

    /// <param name="isNew">Nothing has ever been deployed there: not even the bootstrap stack exists.</param>
    public static async Task<Account> OpenAsync(bool isNew = false)
    {
        Programs.Require("aws");
        var s3 = await LocalS3.StartAsync();
        var objects = s3.CreateClient();
        var site = await VisitedSite.StartAsync();
        await objects.PutBucketAsync(Artifacts);
        await objects.PutBucketAsync(SiteBucket);
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
        // A comment makes it YAML: what is JSON the AWS CLI reads for itself, instead of handing on the text.
        account.Write("template.yaml", """
            # Iris
            {
              "Parameters": { "ArtifactBucket": {}, "ImageApiArtifact": {}, "ImageProcessorArtifact": {}, "SiteOrigins": {}, "DomainName": { "Default": "" }, "OidcIssuer": { "Default": "" } },
              "Resources": {
                "ImageApi": { "Properties": { "Code": { "Ref": "ImageApiArtifact" } } },
                "ImageProcessor": { "Properties": { "Code": { "Ref": "ImageProcessorArtifact" } } },
                "Distribution": { "Properties": { "Aliases": { "Ref": "DomainName" } } },
                "SignIn": { "Properties": { "Issuer": { "Ref": "OidcIssuer" } } },
                "ImageBucket": { "Properties": { "Cors": { "Ref": "SiteOrigins" } } }
              }
            }
            """);
        account.Package("ImageApi", "a1");
        account.Package("ImageProcessor", "p1");
        account.Write("site/index.html", "<p>first</p>");
        account.Write("site/_next/static/1.js", "1");

        if (File.Exists(Path.Combine(s_home, ".nuget", "NuGet", "NuGet.Config")))
        {
            account.Write("home/.nuget/NuGet/NuGet.Config", File.ReadAllText(Path.Combine(s_home, ".nuget", "NuGet", "NuGet.Config")));
        }

        if (!isNew)
        {
            stacks.Add(new FakeStack("iris-bootstrap") { Status = "CREATE_COMPLETE" });
        }

        return account;
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public bool Has(string path) => File.Exists(In(path));

    public void Remove(string folder) => Directory.Delete(In(folder), recursive: true);

    /// <summary>Replaces a function's zip by one of another content.</summary>
    public void Package(string function, string content)
    {
        foreach (var old in Directory.CreateDirectory(Path.Combine(_folder.FullName, "packages")).EnumerateFiles($"{function}-*"))
        {
            old.Delete();
        }

        Write($"packages/{FileOf(function, content)}", content);
    }

    /// <summary>The name of a function's zip of that content.</summary>
    public static string FileOf(string function, string content) => $"{function}-{Digest(content)}.zip";

    /// <summary>Its key in the artifact bucket.</summary>
    public static string KeyOf(string function, string content) => $"functions/{function}/{Digest(content)}.zip";

    public Task<Ending> DeployAsync(params string[] more) => OpsAsync(["deploy", .. Input, .. more]);

    /// <summary>Runs an `aspire` command on the AppHost as it was built.</summary>
    public async Task<Ending> AspireAsync(params string[] arguments)
    {
        var options = new List<string>(arguments);
        var end = options.IndexOf("--");
        options.InsertRange(
            end < 0 ? options.Count : end,
            ["--apphost", Repository.PathOf("AppHost", "AppHost.csproj"), "--no-build", "--non-interactive", "--nologo", "--output-path", In("output")]);
        if (!_hasTools)
        {
            await RunAsync(["tool", "restore"], readsJson: false);
            _hasTools = true;
        }

        return await RunAsync(["aspire", .. options], readsJson: false);
    }

    /// <summary>What a visitor gets.</summary>
    public async Task<string> PageAsync()
    {
        using var page = await Objects.GetObjectAsync(SiteBucket, "index.html");
        using var reader = new StreamReader(page.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    public Task<Ending> DiffAsync(params string[] more) => OpsAsync(["diff", .. Input, .. more]);

    public Task<Ending> OpsAsync(params string[] arguments) => RunAsync([Path.Combine(AppContext.BaseDirectory, "ops.dll"), .. arguments], readsJson: true);

    private async Task<Ending> RunAsync(string[] arguments, bool readsJson)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
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
                ["AWS_DEFAULT_REGION"] = null,
                ["IRIS_TOKEN"] = Token,
                ["GITHUB_API_URL"] = GitHub?.Url,
                ["GITHUB_TOKEN"] = GitHub is null ? null : GitHub.Token,
                ["NO_PROXY"] = "127.0.0.1,localhost",
                // What Aspire is told.
                ["Parameters__stack"] = NamedStack,
                ["Parameters__packages"] = In("packages"),
                ["Parameters__site"] = In("site"),
                // It keeps what it remembers in the home folder.
                ["HOME"] = In("home"),
                ["DOTNET_CLI_HOME"] = In("home"),
                ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(s_home, ".nuget", "packages"),
            },
        };
        foreach (var (name, value) in await AwsCliServer.EnvironmentAsync())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return readsJson
            ? new Ending(process.ExitCode, await output is { Length: > 0 } json ? JsonDocument.Parse(json).RootElement : default, await error)
            : new Ending(process.ExitCode, default, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        await Stacks.DisposeAsync();
        await Site.DisposeAsync();
        Objects.Dispose();
        await S3.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Digest(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public string In(string path) => Path.Combine(_folder.FullName, path);
}

/// <summary>How a run of `ops` ended: its exit code, its result, and what it told people.</summary>
internal sealed record Ending(int Code, JsonElement Result, string Told);
