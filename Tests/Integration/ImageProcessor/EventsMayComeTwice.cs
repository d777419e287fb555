using Iris.Catalog;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class EventsMayComeTwice(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap) : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    [Fact]
    public async Task Five_at_once_make_one_image_and_one_label_call()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.HandleAsync(id)));

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 1), (image.Status, image.Attempt));
        Assert.Equal(1, stage.ToRekognition.Requests);
    }

    [Fact]
    public async Task After_the_end_they_cost_nothing()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        await stage.HandleAsync(id);
        var (before, toS3) = (await stage.FindAsync(id), stage.ToS3.Requests);

        await stage.HandleAsync(id);

        Assert.Equal(before.ProcessedAt, (await stage.FindAsync(id)).ProcessedAt);
        Assert.Equal((1, toS3), (stage.ToRekognition.Requests, stage.ToS3.Requests));
    }

    [Fact]
    public async Task Within_one_notification_they_are_one()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await stage.HandleAsync(new Invocation("request"), id, id, id);

        Assert.Equal(1, (await stage.FindAsync(id)).Attempt);
        Assert.Equal(1, stage.ToRekognition.Requests);
    }
}

public sealed class EventsMayComeTwiceInProcess(Dynalite dynalite, LocalRekognition rekognition) : EventsMayComeTwice(dynalite, rekognition, asABootstrap: false);

public sealed class EventsMayComeTwiceAsABootstrap(Dynalite dynalite, LocalRekognition rekognition) : EventsMayComeTwice(dynalite, rekognition, asABootstrap: true);
