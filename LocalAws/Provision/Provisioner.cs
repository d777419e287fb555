using Amazon.DynamoDBv2;
using Amazon.S3;
using LocalAws.Shared.CloudFormation;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalAws.Provision;

/// <summary>
/// Creates the data resources of a CloudFormation template, one bucket and one table, on local stand-ins of S3 and DynamoDB.
/// </summary>
public static class Provisioner
{
    /// <summary>
    /// Makes the bucket (CORS, notification) and the table (keys, indexes) what the template says; repeating it changes nothing.
    /// </summary>
    /// <param name="options">What to create, by which names, from which template.</param>
    /// <param name="s3">A client of the local S3.</param>
    /// <param name="dynamoDb">A client of the local DynamoDB.</param>
    /// <param name="cancellationToken">Ends the wait for the services and the calls.</param>
    /// <exception cref="ProvisionException">A service does not answer, is no local one, or the existing table differs.</exception>
    /// <exception cref="TemplateException">The template cannot be read, or uses what is not supported here.</exception>
    public static Task RunAsync(ProvisionOptions options, IAmazonS3 s3, IAmazonDynamoDB dynamoDb, CancellationToken cancellationToken) =>
        RunAsync(options, s3, dynamoDb, NullLogger.Instance, cancellationToken);

    /// <inheritdoc cref="RunAsync(ProvisionOptions, IAmazonS3, IAmazonDynamoDB, CancellationToken)"/>
    /// <param name="options">What to create, by which names, from which template.</param>
    /// <param name="s3">A client of the local S3.</param>
    /// <param name="dynamoDb">A client of the local DynamoDB.</param>
    /// <param name="logger">Hears what was created, updated, left alone and left out.</param>
    /// <param name="cancellationToken">Ends the wait for the services and the calls.</param>
    public static async Task RunAsync(
        ProvisionOptions options, IAmazonS3 s3, IAmazonDynamoDB dynamoDb, ILogger logger, CancellationToken cancellationToken)
    {
        var definitions = DataResources.Read(options);
        var wait = new Availability(options.Timeout, logger);
        await wait.ForAsync("S3", s3.Config, ct => s3.ListBucketsAsync(ct), cancellationToken);
        await wait.ForAsync("DynamoDB", dynamoDb.Config, ct => dynamoDb.ListTablesAsync(ct), cancellationToken);
        await new BucketProvisioning(s3, logger).ApplyAsync(options.BucketName, definitions.Bucket, cancellationToken);
        await new TableProvisioning(dynamoDb, logger).ApplyAsync(options.TableName, definitions.Table, cancellationToken);
    }
}
