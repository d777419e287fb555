using System.Net;
using Iris.Catalog;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class ResilienceTests(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    private readonly Invocation _invocation = new(Guid.NewGuid().ToString());

    [Fact]
    public async Task Outages_are_tried_again_by_the_next_attempt_of_the_same_invocation()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToS3.Intercept = (request, _, _) =>
            Task.FromResult(request.Method == HttpMethod.Put ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);
        await Assert.ThrowsAnyAsync<Exception>(() => stage.HandleAsync(_invocation, id));
        Assert.Equal(ImageStatus.Processing, (await stage.FindAsync(id)).Status);

        stage.ToS3.Intercept = (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);
        await stage.HandleAsync(_invocation, id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 2), (image.Status, image.Attempt));
    }

    [Fact]
    public async Task Outages_are_tried_again_until_the_third_failure_which_is_final_and_still_thrown()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToRekognition.Intercept = (_, _, _) => Refuse(HttpStatusCode.BadRequest, "AccessDeniedException");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.NotEqual(ImageStatus.Failed, (await stage.FindAsync(id)).Status);
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => stage.HandleAsync(_invocation, id));
            Assert.Equal("AccessDeniedException", FunctionError.TypeOf(failure));
        }

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Failed, RejectionCode.ProcessingFailed), (image.Status, image.Reason?.Code));
    }

    [Fact]
    public async Task Rekognition_out_of_capacity_is_tried_again_within_the_attempt()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToRekognition.Intercept = (_, request, _) => request switch
        {
            1 => Refuse(HttpStatusCode.BadRequest, "ThrottlingException"),
            2 => Refuse(HttpStatusCode.BadRequest, "ProvisionedThroughputExceededException"),
            _ => Task.FromResult<HttpResponseMessage?>(null),
        };

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 1, 3), (image.Status, image.Attempt, stage.ToRekognition.Requests));
        Assert.NotEmpty(image.Findings!.Labels);
    }

    [Theory]
    [InlineData("InvalidImageFormatException")]
    [InlineData("ImageTooLargeException")]
    [InlineData("InvalidParameterException")]
    public async Task Rekognition_is_not_tried_again_when_it_takes_no_such_picture_which_costs_only_the_labels(string error)
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToRekognition.Intercept = (_, _, _) => Refuse(HttpStatusCode.BadRequest, error);

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 1), (image.Status, stage.ToRekognition.Requests));
        Assert.Empty(image.Findings!.Labels);
    }

    [Fact]
    public async Task An_attempt_is_given_up_before_Lambda_ends_the_invocation()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        stage.ToRekognition.Intercept = async (_, _, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => stage.HandleAsync(new Invocation("hurried") { RemainingTime = TimeSpan.FromSeconds(4) }, id));
        Assert.EndsWith("CanceledException", FunctionError.TypeOf(failure), StringComparison.Ordinal);

        // The lease was given back: another invocation need not wait for its end.
        stage.ToRekognition.Intercept = (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);
        await stage.HandleAsync(id);
        Assert.Equal(ImageStatus.Ready, (await stage.FindAsync(id)).Status);
    }

    [Fact]
    public async Task An_outage_at_one_record_does_not_lose_the_others_of_the_notification()
    {
        await using var stage = await SetStageAsync();
        var (first, broken, last) = (
            await stage.UploadAsync(Photographs.Cat.Bytes),
            await stage.UploadAsync(Photographs.Car.Bytes),
            await stage.UploadAsync("text"u8.ToArray()));
        stage.ToS3.Intercept = (request, _, _) =>
            Task.FromResult(request.RequestUri!.AbsolutePath.Contains(broken.ToString(), StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null);

        await Assert.ThrowsAnyAsync<Exception>(() => stage.HandleAsync(_invocation, first, broken, last));

        Assert.Equal(
            [ImageStatus.Ready, ImageStatus.Processing, ImageStatus.Rejected],
            [(await stage.FindAsync(first)).Status, (await stage.FindAsync(broken)).Status, (await stage.FindAsync(last)).Status]);
    }

    private protected static Task<HttpResponseMessage?> Refuse(HttpStatusCode status, string error) => Task.FromResult<HttpResponseMessage?>(new(status)
    {
        Headers = { { "x-amzn-errortype", error } },
        Content = new StringContent($$"""{"__type":"{{error}}","Message":"for the test"}""", null, "application/x-amz-json-1.1"),
    });
}

public sealed class ResilienceTestsInProcess(Dynalite dynalite, LocalRekognition rekognition)
    : ResilienceTests(dynalite, rekognition, asABootstrap: false)
{
    // Lambda ends the process whose invocation ran out of time, so that only here a ghost can come back.
    [Fact]
    public async Task An_attempt_that_ended_without_a_word_is_repeated_and_its_ghost_changes_nothing()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        TaskCompletionSource stuck = new(), thaw = new();
        stage.ToRekognition.Intercept = async (_, request, _) =>
        {
            if (request > 1)
            {
                return null;
            }

            stuck.SetResult();
            await thaw.Task;
            return await Refuse(HttpStatusCode.BadRequest, "AccessDeniedException");
        };
        var invocation = new Invocation("the same");
        var ghost = stage.HandleAsync(invocation, id);
        await stuck.Task;

        await stage.HandleAsync(invocation, id);
        thaw.SetResult();
        await ghost;

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 2), (image.Status, image.Attempt));
    }
}

public sealed class ResilienceTestsAsABootstrap(Dynalite dynalite, LocalRekognition rekognition)
    : ResilienceTests(dynalite, rekognition, asABootstrap: true);
