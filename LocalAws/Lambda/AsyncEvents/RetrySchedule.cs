namespace LocalAws.Lambda.AsyncEvents;

/// <summary>
/// When a failed event is tried again: after one delay, then after two, as AWS does with one minute and two.
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html"/>.
/// </summary>
internal static class RetrySchedule
{
    public static TimeSpan DelayAfter(int failedAttempts, TimeSpan first) => first * Math.Pow(2, failedAttempts - 1);
}
