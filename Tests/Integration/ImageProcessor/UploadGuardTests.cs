using Amazon.Lambda.S3Events;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class UploadGuardTests(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    [Theory]
    [InlineData("images/{0}/300.webp")]
    [InlineData("images%2F{0}%2F300.webp")]
    [InlineData("uploads/{0}.jpg")]
    [InlineData("uploads/{0}/")]
    [InlineData("uploads//{0}")]
    [InlineData("uploads/..%2Fuploads%2F{0}")]
    [InlineData("uploads/%2e%2e/{0}")]
    [InlineData("uploads%252F{0}")]
    [InlineData("uploads/+{0}")]
    [InlineData("uploads/a+photo+of+a+d%C3%B6g.jpg")]
    [InlineData("uploads/%")]
    [InlineData("uploads/")]
    [InlineData("UPLOADS/{0}")]
    [InlineData("")]
    public async Task Any_other_key_is_acknowledged_and_left_alone(string key)
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await HandleAsync(stage, Stage.Record(Stage.Bucket, key.Replace("{0}", id.ToString(), StringComparison.Ordinal)));

        await AssertUntouchedAsync(stage, id);
    }

    [Theory]
    [InlineData("another-bucket", "ObjectCreated:Put")]
    [InlineData(Stage.Bucket, "ObjectRemoved:Delete")]
    public async Task Any_other_bucket_and_event_is_acknowledged_and_left_alone(string bucket, string eventName)
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await HandleAsync(stage, Stage.Record(bucket, ObjectKeys.Original(id), eventName));

        await AssertUntouchedAsync(stage, id);
    }

    [Theory]
    [InlineData("uploads%2F{0}")]
    [InlineData("uploads/{0}")]
    [InlineData("%75ploads/{0}")]
    public async Task An_original_is_known_by_its_decoded_key(string key)
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await HandleAsync(
            stage, Stage.Record(Stage.Bucket, key.Replace("{0}", id.ToString(), StringComparison.Ordinal), "ObjectCreated:Copy"));

        Assert.Equal(ImageStatus.Ready, (await stage.FindAsync(id)).Status);
    }

    [Fact]
    public async Task What_the_catalog_does_not_know_is_removed()
    {
        await using var stage = await SetStageAsync();
        var id = ImageId.FromSha256(new byte[32]);
        await stage.PutAsync(ObjectKeys.Original(id), Photographs.Cat.Bytes);

        await stage.HandleAsync(id);

        Assert.Empty(await stage.KeysAsync());
    }

    [Fact]
    public async Task What_is_deleted_in_the_middle_leaves_nothing_behind()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToRekognition.Intercept = async (_, _, cancellationToken) =>
        {
            await stage.Deletion.DeleteAsync(id, cancellationToken);
            return null;
        };

        await stage.HandleAsync(id);

        Assert.Null(await stage.Images.FindAsync(id, TestContext.Current.CancellationToken));
        Assert.Empty(await stage.KeysAsync());
    }

    private static Task HandleAsync(Stage stage, S3Event.S3EventNotificationRecord record) =>
        stage.HandleAsync(new Invocation("request"), new S3Event { Records = [record] });

    private static async Task AssertUntouchedAsync(Stage stage, ImageId id)
    {
        Assert.Equal((ImageStatus.Pending, 0), ((await stage.FindAsync(id)).Status, stage.ToS3.Requests));
        Assert.Equal([ObjectKeys.Original(id)], await stage.KeysAsync());
    }
}

public sealed class UploadGuardTestsInProcess(Dynalite dynalite, LocalRekognition rekognition)
    : UploadGuardTests(dynalite, rekognition, asABootstrap: false);

public sealed class UploadGuardTestsAsABootstrap(Dynalite dynalite, LocalRekognition rekognition)
    : UploadGuardTests(dynalite, rekognition, asABootstrap: true);
