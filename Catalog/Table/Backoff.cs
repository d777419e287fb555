namespace Iris.Catalog.Table;

/// <summary>The pause before asking again for what a throttled batch left undone; the SDK repeats requests, not their remainders.</summary>
internal static class Backoff
{
    private const int MaximumAttempts = 6;

    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TimeoutException">Six attempts, 0.8 s in all, were not enough.</exception>
    public static Task DelayAsync(int attempt, CancellationToken cancellationToken) => attempt switch
    {
        0 => Task.CompletedTask,
        < MaximumAttempts => Task.Delay(s_first * (1 << (attempt - 1)) * (0.5 + Random.Shared.NextDouble()), cancellationToken),
        _ => throw new TimeoutException("DynamoDB left items of a batch unprocessed for too long."),
    };
}
