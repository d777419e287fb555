using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using OpenTelemetry;

namespace LocalAws.S3Notifications;

/// <summary>The queue to which S3 sends its events.</summary>
internal sealed class NotificationQueue(IAmazonSQS sqs, IOptions<S3NotificationsOptions> options)
{
    // The most that SQS gives at once.
    private const int MaxMessages = 10;

    // Shorter than the time limit that every AWS call has here.
    private const int WaitSeconds = 5;

    private const int ReturnAfterSeconds = 5;

    private readonly string _url = options.Value.QueueUrl!.AbsoluteUri;

    /// <summary>Waits for messages for a while; there may be none.</summary>
    public async Task<IReadOnlyList<Message>> ReceiveAsync(CancellationToken cancellationToken)
    {
        // A trace of every look at an empty queue would bury the others.
        using var untraced = SuppressInstrumentationScope.Begin();
        var request = new ReceiveMessageRequest { QueueUrl = _url, MaxNumberOfMessages = MaxMessages, WaitTimeSeconds = WaitSeconds };
        return (await sqs.ReceiveMessageAsync(request, cancellationToken)).Messages ?? [];
    }

    public Task DeleteAsync(Message message, CancellationToken cancellationToken) =>
        sqs.DeleteMessageAsync(_url, message.ReceiptHandle, cancellationToken);

    /// <summary>Has a message come again soon, instead of when its visibility timeout is over.</summary>
    public Task ReturnAsync(Message message, CancellationToken cancellationToken) =>
        sqs.ChangeMessageVisibilityAsync(_url, message.ReceiptHandle, ReturnAfterSeconds, cancellationToken);
}
