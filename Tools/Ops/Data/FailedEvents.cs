using System.Globalization;
using System.Text.Json;
using Iris.Deployment.Aws;
using Iris.Deployment.Stacks;

namespace Iris.Ops.Data;

/// <summary>
/// The queue of a stack's failed events. Each is sent to the processor as it came, and leaves the queue after that: a run that is
/// interrupted sends some twice, which processing does not mind, and loses none. One that fails again meanwhile is left for the next run:
/// otherwise a run could go on for as long as something is broken.
/// </summary>
internal sealed class FailedEvents(Stack stack)
{
    // What is received and not deleted comes back after this many seconds.
    private const string Visibility = "300";

    // Version 1 of the CLI sends SQS to its legacy address whatever the variable says, but heeds the option.
    private static readonly string[] s_endpoint =
        Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_SQS") is { Length: > 0 } url ? ["--endpoint-url", url] : [];

    private readonly string _queue = stack.Output("FailedEventsQueueUrl");
    private readonly string _function = stack.Output("ImageProcessorFunctionName");

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var answer = await SqsAsync(
            ["get-queue-attributes", "--attribute-names", "ApproximateNumberOfMessages", "--query", "Attributes.ApproximateNumberOfMessages", "--output", "text"],
            cancellationToken);
        return int.Parse(answer, CultureInfo.InvariantCulture);
    }

    public async Task<(int Sent, int Unreadable)> RedriveAsync(IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (sent, unreadable) = (new HashSet<string>(), new HashSet<string>());

        while (await ReceiveAsync(cancellationToken) is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (FailedEvent.Read(message.Body) is not { } payload)
                {
                    unreadable.Add(message.MessageId);
                }
                else if (sent.Add(payload))
                {
                    await InvokeAsync(payload, cancellationToken);
                    await SqsAsync(["delete-message", "--receipt-handle", message.ReceiptHandle], cancellationToken);
                }

                progress.Report(1);
            }
        }

        return (sent.Count, unreadable.Count);
    }

    private async Task<Message[]> ReceiveAsync(CancellationToken cancellationToken)
    {
        var answer = await SqsAsync(
            ["receive-message", "--max-number-of-messages", "10", "--visibility-timeout", Visibility, "--wait-time-seconds", "1"],
            cancellationToken);

        // Of an empty queue the CLI says nothing at all.
        return string.IsNullOrWhiteSpace(answer) ? [] : JsonSerializer.Deserialize<ReceiveAnswer>(answer)!.Messages ?? [];
    }

    private Task<string> SqsAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        AwsCli.RunAsync(["sqs", .. arguments, "--queue-url", _queue, .. s_endpoint], cancellationToken);

    /// <summary>As S3 does: the alias `live`, for which retries and the on-failure queue are configured, and no answer awaited.</summary>
    private async Task InvokeAsync(string payload, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();

        try
        {
            await File.WriteAllTextAsync(file, payload, cancellationToken);
            await AwsCli.RunAsync(
                ["lambda", "invoke", "--function-name", _function, "--qualifier", "live", "--invocation-type", "Event", "--payload", $"fileb://{file}", file],
                cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record ReceiveAnswer(Message[]? Messages);

    private sealed record Message(string MessageId, string Body, string ReceiptHandle);
}
