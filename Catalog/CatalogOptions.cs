namespace Iris.Catalog;

/// <summary>Where the catalog keeps its rows and objects.</summary>
public sealed class CatalogOptions
{
    /// <summary>The setting that names the table.</summary>
    public const string TableNameSetting = "DYNAMODB_TABLE_NAME";

    /// <summary>The setting that names the bucket.</summary>
    public const string BucketNameSetting = "S3_BUCKET_NAME";

    /// <summary>The DynamoDB table.</summary>
    public string TableName { get; set; } = "iris";

    /// <summary>The S3 bucket.</summary>
    public string BucketName { get; set; } = "iris-images";
}
