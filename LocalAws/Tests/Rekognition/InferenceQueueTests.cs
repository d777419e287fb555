using LocalAws.Rekognition;
using LocalAws.Rekognition.Detection;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Rekognition;

public sealed class InferenceQueueTests
{
    [Fact]
    public async Task One_has_its_turn_one_waits_and_the_next_is_turned_away()
    {
        using var queue = new InferenceQueue(Options.Create(new RekognitionOptions { MaxConcurrentInferences = 1, MaxQueuedRequests = 1 }));

        var first = await queue.EnterAsync(TestContext.Current.CancellationToken);
        var second = queue.EnterAsync(TestContext.Current.CancellationToken).AsTask();
        using var third = await queue.EnterAsync(TestContext.Current.CancellationToken);

        Assert.True(first.IsAcquired);
        Assert.False(second.IsCompleted);
        Assert.False(third.IsAcquired);
        first.Dispose();
        using var turn = await second;
        Assert.True(turn.IsAcquired);
    }

    [Fact]
    public async Task Who_gives_up_leaves_his_place_to_the_next()
    {
        using var queue = new InferenceQueue(Options.Create(new RekognitionOptions { MaxConcurrentInferences = 1, MaxQueuedRequests = 1 }));
        using var patience = new CancellationTokenSource();

        using var first = await queue.EnterAsync(TestContext.Current.CancellationToken);
        var second = queue.EnterAsync(patience.Token).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(queue.EnterAsync(TestContext.Current.CancellationToken).IsCompleted);
    }
}
