using System.Net;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Catalog.Processing;
using Iris.Ops.Data;
using Iris.Tests.Integration.Catalog;
using Iris.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Owner = Iris.Catalog.Owner;

namespace Iris.Tests.Integration.Ops.Data;

/// <summary>A deletion is final for the public, and not for the operator: on a bucket that keeps versions, which is moto's.</summary>
public sealed class ImageRestorationTests(Dynalite dynalite, MotoServer moto) : IClassFixture<MotoServer>, IAsyncLifetime
{
    private static readonly Owner s_owner = Owner.OfBrowser("owner"u8);
    private static readonly Owner s_stranger = Owner.OfBrowser("stranger"u8);

    private readonly string _bucket = $"iris-{Guid.NewGuid():N}";
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(1_000);
    private readonly MovedClock _clock = new();
    private ServiceProvider _catalog = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IAmazonS3 S3 => _catalog.GetRequiredService<IAmazonS3>();

    private ImageCatalog Images => _catalog.GetRequiredService<ImageCatalog>();

    private Announcement Announcement =>
        new(Convert.ToHexStringLower(SHA256.HashData(_bytes)), "dog.jpg", "image/jpeg", _bytes.Length, TraceParent: null) { Owner = s_owner };

    public async ValueTask InitializeAsync()
    {
        using var tables = dynalite.CreateClient();
        _catalog = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("S3_BUCKET_NAME", _bucket), new("DYNAMODB_TABLE_NAME", await CatalogTables.CreateAsync(tables, Token))])
                .Build())
            .AddSingleton<IAmazonDynamoDB>(_ => dynalite.CreateClient())
            .AddSingleton<IAmazonS3>(_ => new AmazonS3Client(
                new BasicAWSCredentials("key", "secret"),
                new AmazonS3Config { ServiceURL = $"{moto.Endpoint}", ForcePathStyle = true, AuthenticationRegion = "us-east-1" }))
            .AddCatalog()
            .AddCatalogMaintenance()
            .BuildServiceProvider();
        await S3.PutBucketAsync(_bucket, Token);
        await S3.PutBucketVersioningAsync(
            new() { BucketName = _bucket, VersioningConfig = new() { Status = VersionStatus.Enabled } }, Token);
    }

    public ValueTask DisposeAsync() => _catalog.DisposeAsync();

    [Fact]
    public async Task What_its_owner_deleted_comes_back_as_it_was_announced_and_is_processed_again()
    {
        var id = await MakeReadyAsync();
        var before = await FindAsync(id);
        await DeleteAsync(id);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfOriginalAsync(id));

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));

        var restored = await FindAsync(id);
        Assert.Equal(
            (ImageStatus.Pending, "dog.jpg", before.CreatedAt, s_owner),
            (restored.Status, restored.FileName, restored.CreatedAt, restored.Owner));
        using var original = await S3.GetObjectAsync(_bucket, ObjectKeys.Original(id), Token);
        Assert.Equal(_bytes.Length, original.ContentLength);
        await CompleteAsync(id);
        Assert.Equal(ImageStatus.Ready, (await FindAsync(id)).Status);
        Assert.Equal(RestorationOutcome.Present, await RestoreAsync(id));
    }

    [Fact]
    public async Task Looking_brings_nothing_back()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id, dryRun: true));

        Assert.Null(await Images.FindAsync(id, Token));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfOriginalAsync(id));
    }

    [Fact]
    public async Task Who_uploads_what_another_deleted_has_a_new_picture_and_nothing_of_the_old_one()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        _clock.By = TimeSpan.FromMinutes(1);

        var (image, awaitsBytes, _) = await Images.AnnounceAsync(Announcement with { FileName = "hund.jpg", Owner = s_stranger }, Token);

        Assert.True(awaitsBytes);
        Assert.Equal(("hund.jpg", s_stranger, ImageStatus.Pending), (image.FileName, image.Owner, image.Status));
        await UploadAsync(id);
        Assert.Equal(RestorationOutcome.Present, await RestoreAsync(id));
        Assert.Equal(s_stranger, (await FindAsync(id)).Owner);
    }

    [Fact]
    public async Task Who_only_announces_what_another_deleted_is_no_obstacle()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        await Images.AnnounceAsync(Announcement with { FileName = "hund.jpg", Owner = s_stranger, TraceParent = "00-1-2-01" }, Token);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id, dryRun: true));
        Assert.Equal(s_stranger, (await FindAsync(id)).Owner);
        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));

        _clock.By = ImageCatalog.PendingLifetime;
        var restored = await FindAsync(id);
        Assert.Equal(("dog.jpg", s_owner, null), (restored.FileName, restored.Owner, restored.TraceParent));
    }

    [Fact]
    public async Task Who_announces_what_another_deleted_and_deletes_that_owns_nothing_that_comes_back()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        await Images.AnnounceAsync(Announcement with { FileName = "hund.jpg", Owner = s_stranger }, Token);
        await DeleteAsync(id, s_stranger);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));

        var restored = await FindAsync(id);
        Assert.Equal(("dog.jpg", s_owner), (restored.FileName, restored.Owner));
    }

    [Fact]
    public async Task What_was_deleted_before_anybody_processed_it_comes_back_too()
    {
        var id = (await Images.AnnounceAsync(Announcement, Token)).Image.Id;
        await UploadAsync(id);
        await DeleteAsync(id);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));
    }

    [Fact]
    public async Task However_often_it_was_deleted_since_its_version_is_found()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        var again = Enumerable.Repeat(new KeyVersion { Key = ObjectKeys.Original(id) }, 1_000);
        await S3.DeleteObjectsAsync(new() { BucketName = _bucket, Objects = [.. again] }, Token);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));
    }

    [Fact]
    public async Task A_restoration_that_stopped_after_the_row_is_completed()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        var deleted = await _catalog.GetRequiredService<DeletedImages>().FindAsync(id, Token);
        await RestoreAsync(id);
        await S3.DeleteObjectAsync(_bucket, ObjectKeys.Original(id), Token);
        await _catalog.GetRequiredService<DeletedImages>().RememberAsync(deleted!, Token);

        Assert.Equal(RestorationOutcome.Restored, await RestoreAsync(id));

        Assert.Equal(HttpStatusCode.OK, await StatusOfOriginalAsync(id));
    }

    [Fact]
    public async Task What_is_forgotten_stays_gone()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);

        _clock.By = DeletedImages.Lifetime + TimeSpan.FromMinutes(1);

        Assert.Equal(RestorationOutcome.Unknown, await RestoreAsync(id));
    }

    [Fact]
    public async Task Without_a_version_there_is_nothing_to_bring_back()
    {
        var id = await MakeReadyAsync();
        await DeleteAsync(id);
        foreach (var version in (await S3.ListVersionsAsync(_bucket, ObjectKeys.Original(id), Token)).Versions)
        {
            await S3.DeleteObjectAsync(_bucket, version.Key, version.VersionId, Token);
        }

        Assert.Equal(RestorationOutcome.WithoutOriginal, await RestoreAsync(id));
        Assert.Null(await Images.FindAsync(id, Token));
    }

    private async Task<ImageId> MakeReadyAsync()
    {
        var id = (await Images.AnnounceAsync(Announcement, Token)).Image.Id;
        await UploadAsync(id);
        await CompleteAsync(id);
        return id;
    }

    private Task UploadAsync(ImageId id) => S3.PutObjectAsync(
        new PutObjectRequest { BucketName = _bucket, Key = ObjectKeys.Original(id), InputStream = new MemoryStream(_bytes) }, Token);

    private async Task CompleteAsync(ImageId id)
    {
        var claims = _catalog.GetRequiredService<ImageClaims>();
        var claimed = Assert.IsType<ClaimOutcome.Claimed>(await claims.ClaimAsync(id, $"{Guid.NewGuid()}", Token));
        Assert.True(await claims.CompleteAsync(claimed.Claim, Samples.Findings("Dog"), Token));
    }

    private async Task DeleteAsync(ImageId id, Owner? owner = null) =>
        Assert.True(await _catalog.GetRequiredService<ImageDeletion>().DeleteOwnAsync(id, owner ?? s_owner, Token));

    private Task<RestorationOutcome> RestoreAsync(ImageId id, bool dryRun = false) =>
        _catalog.GetRequiredService<ImageRestoration>().RestoreAsync(id, dryRun, Token);

    private async Task<Image> FindAsync(ImageId id) => Assert.IsType<Image>(await Images.FindAsync(id, Token));

    private async Task<HttpStatusCode> StatusOfOriginalAsync(ImageId id)
    {
        try
        {
            return (await S3.GetObjectMetadataAsync(_bucket, ObjectKeys.Original(id), Token)).HttpStatusCode;
        }
        catch (AmazonS3Exception missing)
        {
            return missing.StatusCode;
        }
    }
}
