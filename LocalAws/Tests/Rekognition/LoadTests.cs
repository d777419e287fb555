using System.Diagnostics;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Iris.Tests.Support;

namespace LocalAws.Tests.Rekognition;

public sealed class LoadTests
{
    [Fact]
    public async Task Above_the_quota_calls_are_refused_and_a_client_that_backs_off_gets_through()
    {
        await using var rekognition = await LocalRekognition.StartAsync("--Rekognition:TransactionsPerSecond=1");
        using var impatient = rekognition.CreateClient();
        using var patient = rekognition.CreateClient(config => config.MaxErrorRetry = 9);

        await DetectAsync(impatient);

        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => DetectAsync(impatient));
        await DetectAsync(patient);
    }

    [Fact]
    public async Task One_picture_is_looked_at_one_waits_and_the_next_is_told_to_slow_down()
    {
        await using var rekognition = await LocalRekognition.StartAsync(
            "--Rekognition:MaxConcurrentInferences=1", "--Rekognition:MaxQueuedRequests=1");
        using var client = rekognition.CreateClient();
        using var held = new HeldInference();

        var first = DetectAsync(client);
        await held.Begun;
        // Whichever of the two comes second finds the queue full.
        var others = new[] { DetectAsync(client), DetectAsync(client) };
        var refused = await Task.WhenAny(others);
        held.Release();

        await Assert.ThrowsAsync<ThrottlingException>(() => refused);
        await first;
        await Assert.Single(others, call => call != refused);
        Assert.Equal(1, held.MostAtATime);
    }

    private static Task<DetectLabelsResponse> DetectAsync(IAmazonRekognition client) =>
        client.DetectLabelsAsync(new() { Image = Photographs.Cat.ToImage() }, TestContext.Current.CancellationToken);

    /// <summary>Stops the calls of this test when they begin to infer, by their trace, until they are released.</summary>
    private sealed class HeldInference : IDisposable
    {
        private readonly Activity _trace = new Activity("test").Start();
        private readonly ManualResetEventSlim _release = new();
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ActivityListener _listener;
        private int _running;

        public HeldInference()
        {
            _listener = new()
            {
                ShouldListenTo = source => source.Name is "LocalAws.Rekognition",
                Sample = (ref _) => ActivitySamplingResult.AllData,
                ActivityStarted = Started,
                ActivityStopped = Stopped,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public Task Begun => _begun.Task;

        public int MostAtATime { get; private set; }

        public void Release() => _release.Set();

        public void Dispose()
        {
            Release();
            _listener.Dispose();
            _trace.Stop();
        }

        private bool IsMine(Activity activity) => activity.OperationName is "infer" && activity.TraceId == _trace.TraceId;

        private void Started(Activity activity)
        {
            if (IsMine(activity))
            {
                MostAtATime = Math.Max(MostAtATime, Interlocked.Increment(ref _running));
                _begun.TrySetResult();
                _release.Wait(TestContext.Current.CancellationToken);
            }
        }

        private void Stopped(Activity activity)
        {
            if (IsMine(activity))
            {
                Interlocked.Decrement(ref _running);
            }
        }
    }
}
