using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;

namespace Iris.ImageProcessor;

/// <summary>
/// Handles a notification of S3. Its records are independent of each other: all are tried, one picture at a time because of the memory,
/// and if any failed the invocation fails. Lambda then sends the whole notification again, in which those that are done are acknowledged.
/// </summary>
internal sealed class S3EventHandler(UploadGuard guard, UploadProcessor processor)
{
    // What is left of the invocation for giving the lease back.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(3);

    public async Task HandleAsync(S3Event notification, ILambdaContext context)
    {
        var left = context.RemainingTime - s_margin;
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        List<Exception> failures = [];

        foreach (var upload in guard.Admit(notification))
        {
            try
            {
                await processor.RunAsync(upload, context.AwsRequestId, deadline.Token);
            }
            catch (Exception failure)
            {
                failures.Add(failure);
            }
        }

        if (failures is [var only])
        {
            // Lambda keeps the exception's type and message with the event: its own say more than an aggregate's.
            ExceptionDispatchInfo.Throw(only);
        }

        if (failures is not [])
        {
            throw new AggregateException(failures);
        }
    }
}

[JsonSerializable(typeof(S3Event))]
internal sealed partial class S3EventJson : JsonSerializerContext;
