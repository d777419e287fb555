using System.Collections.Concurrent;
using System.Globalization;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class AsyncEventStormTests
{
    private const int Events = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_event_ends_either_handled_or_recorded(int seed)
    {
        var directory = Directory.CreateTempSubdirectory("iris-lambda-");
        var settings = new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20", ["RetryDelaySeconds"] = "0.001" };
        var storm = new Storm(seed);
        var sent = new ConcurrentBag<string>();

        // Half of the events meet an emulator that goes away under them.
        await using (var before = LocalLambda.Start(settings, directory.FullName))
        {
            await using var sandboxes = storm.Sandboxes(before, 2);
            await Task.WhenAll(Enumerable.Range(0, Events / 2).Select(n => SendAsync(before, n)));
        }

        await using (var after = LocalLambda.Start(settings, directory.FullName))
        {
            await using var sandboxes = storm.Sandboxes(after, 3);
            await Task.WhenAll(Enumerable.Range(Events / 2, Events / 2).Select(n => SendAsync(after, n)));
            await Until.True(async () => storm.Handled.Count + (await after.FailuresAsync(Cancellation)).Count >= Events, Cancellation);

            var failed = (await after.FailuresAsync(Cancellation)).Select(record => (string)record!["requestContext"]!["requestId"]!)
                .ToHashSet();
            Assert.Equal(sent.Order(), storm.Handled.Keys.Union(failed).Order());
            Assert.Empty(storm.Handled.Keys.Intersect(failed));
        }

        directory.Delete(recursive: true);

        async Task SendAsync(LocalLambda lambda, int n) =>
            sent.Add(await lambda.SendEventAsync("F", n.ToString(CultureInfo.InvariantCulture), Cancellation));
    }

    /// <summary>Sandboxes of which each does, as the seed has it, its work, fails, or is killed in the middle of it and replaced.</summary>
    private sealed class Storm(int seed)
    {
        private readonly Random _random = new(seed);

        public ConcurrentDictionary<string, bool> Handled { get; } = new();

        public Fleet Sandboxes(LocalLambda lambda, int count) => new(this, lambda, count);

        private int Roll()
        {
            lock (_random)
            {
                return _random.Next(10);
            }
        }

        public sealed class Fleet : IAsyncDisposable
        {
            private readonly ConcurrentDictionary<Sandbox, bool> _sandboxes = new();
            private readonly Storm _storm;
            private readonly LocalLambda _lambda;
            private volatile bool _over;

            public Fleet(Storm storm, LocalLambda lambda, int count)
            {
                (_storm, _lambda) = (storm, lambda);
                for (var i = 0; i < count; i++)
                {
                    Add();
                }
            }

            public async ValueTask DisposeAsync()
            {
                _over = true;
                foreach (var sandbox in _sandboxes.Keys)
                {
                    await sandbox.DisposeAsync();
                }
            }

            private void Add()
            {
                var self = new TaskCompletionSource<Sandbox>();
                self.SetResult(Sandbox.Start(_lambda, "F", async (_, context) =>
                {
                    await Task.Yield();
                    switch (_storm.Roll())
                    {
                        case < 5:
                            _storm.Handled[context.AwsRequestId] = true;
                            return "null";
                        case < 8:
                            throw new InvalidOperationException("weather");
                        default:
                            Replace(await self.Task);
                            return "null";
                    }
                }));
                _sandboxes[self.Task.Result] = true;
            }

            private void Replace(Sandbox killed)
            {
                killed.Kill();
                _sandboxes.TryRemove(killed, out _);
                if (!_over)
                {
                    Add();
                }
            }
        }
    }
}
