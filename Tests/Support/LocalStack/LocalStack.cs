using Amazon.DynamoDBv2;
using Amazon.S3;
using Iris.Tests.Support.Lambda;
using Iris.Tests.Support.S3;
using LocalAws.Provision;
using LocalAws.Shared;

namespace Iris.Tests.Support;

/// <summary>
/// What Iris runs on: S3 that reports to Lambda, and a table in dynalite, both made from the CloudFormation template. Everything in it
/// is this test's own, except that dynalite serves all of them.
/// </summary>
public sealed class LocalStack : IAsyncDisposable
{
    private static readonly Dictionary<string, string> s_functions = new()
    {
        ["Functions:ImageApi:TimeoutSeconds"] = "30",
        ["Functions:ImageProcessor:TimeoutSeconds"] = "30",
        // A function of a debug build starts slowly when all tests run at once.
        ["SandboxWaitSeconds"] = "60",
    };

    private readonly Dynalite _dynalite;

    private LocalStack(Dynalite dynalite, LocalLambda lambda, LocalS3 s3) => (_dynalite, Lambda, S3) = (dynalite, lambda, s3);

    /// <summary>Where the functions run.</summary>
    public LocalLambda Lambda { get; }

    /// <summary>Where the objects lie.</summary>
    public LocalS3 S3 { get; }

    /// <summary>The table of images.</summary>
    public string TableName { get; } = $"iris-{Guid.NewGuid():N}";

    /// <summary>The settings, or environment variables, that a process of Iris needs to find it all.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["AWS_REGION"] = LocalAccount.Region,
        ["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey,
        ["AWS_ENDPOINT_URL_S3"] = S3.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_DYNAMODB"] = _dynalite.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_LAMBDA"] = Lambda.Endpoint.ToString(),
        ["DYNAMODB_TABLE_NAME"] = TableName,
        ["S3_BUCKET_NAME"] = BucketName,
    };

    /// <summary>The bucket of uploads and derivatives.</summary>
    public static string BucketName => "iris-images";

    /// <summary>Starts one that is empty.</summary>
    public static async Task<LocalStack> StartAsync(Dynalite dynalite, CancellationToken cancellationToken)
    {
        var lambda = LocalLambda.Start(s_functions);
        var stack = new LocalStack(dynalite, lambda, await LocalS3.StartAsync(lambda.Endpoint));
        using var s3 = stack.CreateS3Client();
        using var dynamoDB = stack.CreateDynamoDBClient();
        await Provisioner.RunAsync(
            new ProvisionOptions
            {
                TemplatePath = Repository.PathOf("cloudformation", "app.yaml"),
                BucketName = BucketName,
                TableName = stack.TableName,
            },
            s3,
            dynamoDB,
            cancellationToken);
        return stack;
    }

    /// <summary>A client of the S3.</summary>
    public IAmazonS3 CreateS3Client() => S3.CreateClient();

    /// <summary>A client of the DynamoDB.</summary>
    public IAmazonDynamoDB CreateDynamoDBClient() => _dynalite.CreateClient();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await S3.DisposeAsync();
        await Lambda.DisposeAsync();
    }
}
