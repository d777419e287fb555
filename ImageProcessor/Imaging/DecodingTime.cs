using System.Diagnostics;

namespace Iris.ImageProcessor.Imaging;

/// <summary>How long a decoding may take.</summary>
internal sealed class DecodingTime(TimeSpan limit)
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(1);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _usedBefore = Environment.CpuUsage.TotalTime;

    public bool IsUp => HasPassed(limit, Stopwatch.GetElapsedTime(_began), Environment.CpuUsage.TotalTime - _usedBefore);

    /// <summary>After which it is worth asking again.</summary>
    public TimeSpan Pause => Longer(limit - Stopwatch.GetElapsedTime(_began), limit / 20);

    /// <summary>
    /// The time is up on the clock, and half of it has been the processor's: where other programs want the processor as well, a minute goes
    /// by for a second of decoding, and that is no fault of the picture.
    /// </summary>
    public static bool HasPassed(TimeSpan limit, TimeSpan onTheClock, TimeSpan ofTheProcessor) =>
        onTheClock >= limit && ofTheProcessor >= limit / 2;

    /// <summary>Cancels the source when the time is up.</summary>
    /// <returns>What stops that; the source has to outlive it.</returns>
    public Alarm CancelWhenUp(CancellationTokenSource source) =>
        new(new Timer(_ => CancelIfUp(source), null, Longer(limit, s_shortestPause), Longer(limit / 20, s_shortestPause)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void CancelIfUp(CancellationTokenSource source)
    {
        if (IsUp)
        {
            source.Cancel();
        }
    }

    internal sealed class Alarm(Timer timer) : IDisposable
    {
        // A look that has begun ends before.
        public void Dispose()
        {
            using var ended = new ManualResetEvent(initialState: false);
            if (timer.Dispose(ended))
            {
                ended.WaitOne();
            }
        }
    }
}
