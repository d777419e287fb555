namespace Amazon.Lambda.Core;

/// <summary>The deadline of an invocation as a cancellation.</summary>
public static class LambdaContextDeadline
{
    extension(ILambdaContext context)
    {
        /// <summary>
        /// A source that cancels a little before Lambda ends the invocation, so that the handler still has time to answer. Dispose it.
        /// </summary>
        /// <param name="margin">How long before the deadline; when less than this is left, the source is cancelled at once.</param>
        /// <param name="cancellationToken">Cancels the source earlier.</param>
        public CancellationTokenSource CancelBeforeDeadline(TimeSpan margin, CancellationToken cancellationToken = default)
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var left = context.RemainingTime - margin;
            if (left <= TimeSpan.Zero)
            {
                source.Cancel();
            }
            else
            {
                source.CancelAfter(left);
            }

            return source;
        }
    }
}
