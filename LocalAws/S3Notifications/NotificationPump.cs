using Amazon.Runtime;
using Amazon.SQS.Model;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalAws.S3Notifications;

/// <summary>
/// Brings what S3 on AWS tells to the Lambda on this machine, which S3 cannot reach. A message leaves the queue once its events are
/// accepted; until then it comes again.
/// </summary>
internal sealed partial class NotificationPump(NotificationQueue queue, EventInvocation lambda, ILogger<NotificationPump> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogListening();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var messages = await queue.ReceiveAsync(stoppingToken);
                await Task.WhenAll(messages.Select(message => HandOnAsync(message, stoppingToken)));
            }
            catch (Exception failure) when (IsOutage(failure, stoppingToken))
            {
                LogOutage(failure.Message, s_pause.TotalSeconds);
                await Task.Delay(s_pause, stoppingToken);
            }
        }
    }

    private async Task HandOnAsync(Message message, CancellationToken stoppingToken)
    {
        var kind = Notifications.KindOf(message.Body);
        if (kind is Notification.Foreign)
        {
            LogForeign(message.MessageId);
        }
        else if (kind is Notification.Events && await lambda.SendAsync(message.Body, stoppingToken) is { } refusal)
        {
            LogRefused(message.MessageId, refusal);
            await queue.ReturnAsync(message, stoppingToken);
            return;
        }

        await queue.DeleteAsync(message, stoppingToken);
    }

    // Without a network, with credentials that have run out, after the queue has gone: whatever it is, it may be over in a while.
    private static bool IsOutage(Exception failure, CancellationToken stoppingToken) => failure switch
    {
        OperationCanceledException => !stoppingToken.IsCancellationRequested,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException => true,
        _ => false,
    };

    [LoggerMessage(1, LogLevel.Information, "Listening for what the bucket tells of uploads.")]
    private partial void LogListening();

    [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} is not from S3, and is dropped.")]
    private partial void LogForeign(string messageId);

    [LoggerMessage(3, LogLevel.Warning, "The events of message {MessageId} were not accepted ({Refusal}); they come again.")]
    private partial void LogRefused(string messageId, string refusal);

    [LoggerMessage(4, LogLevel.Warning, "The queue cannot be read: {Reason} Again in {Seconds:0} s.")]
    private partial void LogOutage(string reason, double seconds);
}
