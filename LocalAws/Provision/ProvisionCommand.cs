using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.S3;
using LocalAws.Shared.CloudFormation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LocalAws.Provision;

/// <summary>The program: settings in, exit code out.</summary>
internal static partial class ProvisionCommand
{
    public static async Task<ExitCode> RunAsync(IHost host)
    {
        var services = host.Services;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Provision");
        try
        {
            await host.StartAsync();
            await Provisioner.RunAsync(
                Read(services.GetRequiredService<IConfiguration>()),
                services.GetRequiredService<IAmazonS3>(),
                services.GetRequiredService<IAmazonDynamoDB>(),
                logger,
                services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            await host.StopAsync();
            return ExitCode.Done;
        }
        catch (ProvisionException exception)
        {
            return Fail(exception.ExitCode, exception);
        }
        catch (Exception exception) when (exception is TemplateException or OptionsValidationException)
        {
            return Fail(ExitCode.Misconfigured, exception);
        }

        ExitCode Fail(ExitCode exitCode, Exception exception)
        {
            LogFailure(logger, exception.Message);
            return exitCode;
        }
    }

    private static ProvisionOptions Read(IConfiguration configuration)
    {
        var defaults = new ProvisionOptions();
        return new()
        {
            TemplatePath = configuration["Provision:TemplatePath"] ?? defaults.TemplatePath,
            BucketName = configuration["S3_BUCKET_NAME"] ?? defaults.BucketName,
            TableName = configuration["DYNAMODB_TABLE_NAME"] ?? defaults.TableName,
            Region = configuration["AWS_REGION"] ?? defaults.Region,
            Parameters = configuration.GetSection("Provision:Parameters").GetChildren().ToDictionary(child => child.Key, child => child.Value ?? ""),
            Timeout = configuration["Provision:TimeoutSeconds"] is { } seconds ? ReadSeconds(seconds) : defaults.Timeout,
        };
    }

    private static TimeSpan ReadSeconds(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new ProvisionException(ExitCode.Misconfigured, $"Provision:TimeoutSeconds is '{text}', not a number of seconds up to 3600.");

    [LoggerMessage(2, LogLevel.Error, "{Reason}")]
    private static partial void LogFailure(ILogger logger, string reason);
}
