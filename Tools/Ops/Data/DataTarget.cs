using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Iris.Catalog;
using Iris.Deployment.Stacks;
using LocalAws.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Ops.Data;

/// <summary>The images that a command works on: those of this machine, or those of a stack.</summary>
internal sealed class DataTarget : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private DataTarget(string name, Stack? stack, string bucket, string table, Func<IAmazonS3> s3, Func<IAmazonDynamoDB> dynamoDB)
    {
        (Name, Stack) = (name, stack);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new(CatalogOptions.BucketNameSetting, bucket), new(CatalogOptions.TableNameSetting, table)])
                .Build())
            .AddSingleton(_ => s3())
            .AddSingleton(_ => dynamoDB())
            .AddCatalog()
            .AddCatalogMaintenance()
            .BuildServiceProvider();
    }

    /// <summary>As people call it.</summary>
    public string Name { get; }

    /// <summary>Null on this machine.</summary>
    public Stack? Stack { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static DataTarget Local() =>
        Local(LocalAddresses.S3, LocalAddresses.DynamoDB, LocalAddresses.Bucket, LocalAddresses.Table);

    /// <summary>What LocalAws serves at these addresses.</summary>
    public static DataTarget Local(Uri s3, Uri dynamoDB, string bucket, string table)
    {
        var keys = new BasicAWSCredentials(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);
        var region = LocalAccount.Region;
        return new(
            "this machine",
            stack: null,
            bucket,
            table,
            () => new AmazonS3Client(keys, new AmazonS3Config { ServiceURL = $"{s3}", ForcePathStyle = true, AuthenticationRegion = region }),
            () => new AmazonDynamoDBClient(keys, new AmazonDynamoDBConfig { ServiceURL = $"{dynamoDB}", AuthenticationRegion = region }));
    }

    /// <summary>A bucket and a table of an account, found with the credentials and in the region that every AWS SDK finds.</summary>
    public static DataTarget OfAccount(string bucket, string table) => new(
        "the account", stack: null, bucket, table, static () => new AmazonS3Client(), static () => new AmazonDynamoDBClient());

    /// <summary>The region is the stack's own; credentials and endpoints are found as every AWS SDK finds them.</summary>
    public static DataTarget Of(Stack stack)
    {
        // arn:aws:cloudformation:eu-central-1:123456789012:stack/iris/…
        var region = RegionEndpoint.GetBySystemName(stack.Id.Split(':')[3]);
        var hasOwnS3 = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") is { Length: > 0 };
        return new(
            $"the stack '{stack.Name}' in {region.SystemName}",
            stack,
            stack.Output("ImageBucketName"),
            stack.Output("ImageTableName"),
            () => new AmazonS3Client(new AmazonS3Config { RegionEndpoint = region, ForcePathStyle = hasOwnS3 }),
            () => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RegionEndpoint = region }));
    }
}
