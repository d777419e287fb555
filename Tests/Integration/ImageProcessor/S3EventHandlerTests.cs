using System.Net;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class S3EventHandlerTests(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    [Fact]
    public async Task Five_events_at_once_make_one_image_and_one_label_call()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.HandleAsync(id)));

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 1), (image.Status, image.Attempt));
        Assert.Equal(1, stage.ToRekognition.Requests);
    }

    [Fact]
    public async Task Events_after_the_end_cost_no_more_than_telling_it_again()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        await stage.HandleAsync(id);
        var (before, toS3) = (await stage.FindAsync(id), stage.ToS3.Requests);

        await stage.HandleAsync(id);

        Assert.Equal(before.ProcessedAt, (await stage.FindAsync(id)).ProcessedAt);
        Assert.Equal((1, toS3 + 1), (stage.ToRekognition.Requests, stage.ToS3.Requests));
    }

    [Fact]
    public async Task An_end_that_nobody_was_told_of_is_told_by_the_retry()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        var invocation = new Invocation(Guid.NewGuid().ToString());
        stage.ToS3.Intercept = static (request, _, _) => Task.FromResult(
            request.RequestUri!.AbsolutePath.EndsWith("/outcome.json", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        await Assert.ThrowsAnyAsync<Exception>(() => stage.HandleAsync(invocation, id));
        Assert.Equal(ImageStatus.Ready, (await stage.FindAsync(id)).Status);
        Assert.DoesNotContain(ObjectKeys.Outcome(id), await stage.KeysAsync());
        stage.ToS3.Intercept = static (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);

        await stage.HandleAsync(invocation, id);

        Assert.Contains(ObjectKeys.Outcome(id), await stage.KeysAsync());
        Assert.Equal(1, stage.ToRekognition.Requests);
    }

    [Fact]
    public async Task Records_of_one_image_within_a_notification_are_one()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await stage.HandleAsync(new Invocation("request"), id, id, id);

        Assert.Equal(1, (await stage.FindAsync(id)).Attempt);
        Assert.Equal(1, stage.ToRekognition.Requests);
    }
}

public sealed class S3EventHandlerTestsInProcess(Dynalite dynalite, LocalRekognition rekognition)
    : S3EventHandlerTests(dynalite, rekognition, asABootstrap: false);

public sealed class S3EventHandlerTestsAsABootstrap(Dynalite dynalite, LocalRekognition rekognition)
    : S3EventHandlerTests(dynalite, rekognition, asABootstrap: true);
