using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Iris.Catalog;

/// <summary>Where the catalog keeps its items and objects.</summary>
public sealed class CatalogOptions
{
    /// <summary>The setting that names the DynamoDB table.</summary>
    public const string TableNameSetting = "DYNAMODB_TABLE_NAME";

    /// <summary>The setting that names the S3 bucket.</summary>
    public const string BucketNameSetting = "S3_BUCKET_NAME";

    public string TableName { get; set; } = "iris";

    public string BucketName { get; set; } = "iris-images";
}

internal sealed partial class CatalogOptionsValidator : IValidateOptions<CatalogOptions>
{
    public ValidateOptionsResult Validate(string? name, CatalogOptions options)
    {
        List<string> failures = [];

        if (!TableName.IsMatch(options.TableName))
        {
            failures.Add($"{CatalogOptions.TableNameSetting} is not a name that DynamoDB accepts: '{options.TableName}'.");
        }

        if (!BucketName.IsMatch(options.BucketName))
        {
            failures.Add($"{CatalogOptions.BucketNameSetting} is not a name that S3 accepts: '{options.BucketName}'.");
        }

        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableName { get; }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName { get; }
}
