using Amazon.SQS;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalAws.S3Notifications;

internal static class S3NotificationsExtensions
{
    // Lambda queues an event in milliseconds; one that does not answer is restarting.
    private static readonly TimeSpan s_invokeTimeout = TimeSpan.FromSeconds(10);

    public static void AddS3Notifications(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<S3NotificationsOptions>, S3NotificationsOptionsValidation>();
        builder.Services.AddOptions<S3NotificationsOptions>()
            .BindConfiguration(S3NotificationsOptions.Section)
            .Configure<IConfiguration>(Read)
            .ValidateOnStart();
        builder.AddAwsClient<IAmazonSQS, AmazonSQSConfig>("SQS", static (credentials, config) => new AmazonSQSClient(credentials, config));
        builder.Services.AddSingleton<NotificationQueue>();
        builder.Services.AddHttpClient<EventInvocation>(static http => http.Timeout = s_invokeTimeout)
            .AddHttpMessageHandler(static () => new SigV4Handler(
                new SigV4Signer(Options.Create(AwsKeyPair.Local), TimeProvider.System), "lambda"));
        builder.Services.AddHostedService<NotificationPump>();
    }

    private static void Read(S3NotificationsOptions options, IConfiguration configuration)
    {
        if (configuration["AWS_ENDPOINT_URL_LAMBDA"] is { Length: > 0 } lambda)
        {
            options.LambdaEndpoint = new Uri(lambda, UriKind.RelativeOrAbsolute);
        }
    }
}
