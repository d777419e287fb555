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
            Parameters = configuration.GetSection("Provision:Parameters").GetChildren()
                .ToDictionary(child => child.Key, child => child.Value ?? ""),
            Timeout = configuration["Provision:TimeoutSeconds"] is { } seconds ? ReadSeconds(seconds) : defaults.Timeout,
        };
    }

    private static TimeSpan ReadSeconds(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new ProvisionException(
                ExitCode.Misconfigured, $"Provision:TimeoutSeconds is '{text}', not a number of seconds up to 3600.");

    [LoggerMessage(2, LogLevel.Error, "{Reason}")]
    private static partial void LogFailure(ILogger logger, string reason);
}

internal static class Usage
{
    public const string Text = """
        Creates the image bucket (CORS, notification) and the image table (keys, indexes) on local stand-ins of S3 and DynamoDB,
        as a CloudFormation template says. Repeating it changes nothing; what changed in the template is updated.

        Settings, as environment variables (`__` for `:`) or as arguments (--Provision:TemplatePath=app.yaml):
          AWS_ENDPOINT_URL_S3            where S3 listens; a loopback address, required
          AWS_ENDPOINT_URL_DYNAMODB      where DynamoDB listens; a loopback address, required
          AWS_REGION                     us-east-1
          S3_BUCKET_NAME                 iris-images
          DYNAMODB_TABLE_NAME            iris
          Provision:TemplatePath         the app.yaml next to the program
          Provision:Parameters:{name}    value of a parameter of the template
          Provision:TimeoutSeconds       60; how long S3 and DynamoDB may take to come up

        Ends with 0 when everything is as the template says, 1 when a service does not answer or refuses,
        2 when a setting or the template is wrong, 3 when a table of that name exists with other keys.
        """;
}
