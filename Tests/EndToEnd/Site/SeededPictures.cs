using System.Buffers.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Catalog.Table;
using Iris.Tests.Support;
using LocalAws.Shared;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>Ready pictures under a label that nobody else uses. By that label a test sees its own pictures alone.</summary>
internal sealed class SeededPictures : IDisposable
{
    private static readonly CatalogOptions s_names = new();
    private static readonly BasicAWSCredentials s_credentials = new(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey);

    private readonly AmazonS3Client _s3;
    private readonly AmazonDynamoDBClient _dynamoDB;

    public SeededPictures(IrisApplication iris)
    {
        _s3 = new(s_credentials, new AmazonS3Config { ServiceURL = AddressOf(iris, "s3"), ForcePathStyle = true });
        _dynamoDB = new(s_credentials, new AmazonDynamoDBConfig { ServiceURL = AddressOf(iris, "dynamodb") });
    }

    /// <summary>Adds so many pictures, which are the browser's own, and answers their ids, newest first.</summary>
    public Task<ImageId[]> AddAsync(int count, string label, CancellationToken cancellationToken) =>
        new ReadyPictures(_s3, s_names.BucketName, _dynamoDB, s_names.TableName) { Owner = Owner.OfBrowser(Base64Url.DecodeFromChars(Pictures.Key)) }
            .AddAsync(count, label, cancellationToken);

    /// <summary>Leaves a picture as three failed attempts leave it: its original is there, and it has no picture to show.</summary>
    public Task FailAsync(ImageId id, CancellationToken cancellationToken) => _dynamoDB.UpdateItemAsync(
        new()
        {
            TableName = s_names.TableName,
            Key = Key.Image(id).ToItem(),
            UpdateExpression =
                "SET #status = :failed, reasonCode = :code, reasonMessage = :message, owed = :owed REMOVE leaseOwner, leaseUntil",
            ExpressionAttributeNames = new() { ["#status"] = ImageItem.Status },
            ExpressionAttributeValues = new()
            {
                [":failed"] = Value.Name(ImageStatus.Failed),
                [":code"] = Value.Name(RejectionCode.ProcessingFailed),
                [":message"] = Value.Text("Processing failed repeatedly. It can be retried."),
                [":owed"] = Value.Text(Owed.Enter(ImageStatus.Failed).ToString()),
            },
        },
        cancellationToken);

    /// <summary>Leaves a picture without its original.</summary>
    public Task LoseOriginalAsync(ImageId id, CancellationToken cancellationToken) =>
        _s3.DeleteObjectAsync(s_names.BucketName, ObjectKeys.Original(id), cancellationToken);

    public void Dispose()
    {
        _s3.Dispose();
        _dynamoDB.Dispose();
    }

    private static string AddressOf(IrisApplication iris, string resource)
    {
        using var client = iris.ClientOf(resource);
        return client.BaseAddress!.ToString();
    }
}
