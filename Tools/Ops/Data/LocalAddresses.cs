using Iris.Catalog;
using Iris.Deployment;
using LocalAws.Shared;

namespace Iris.Ops.Data;

/// <summary>
/// Where the AppHost starts things. The variables by which Iris is configured may say otherwise, but never name another machine.
/// </summary>
internal static class LocalAddresses
{
    private static readonly CatalogOptions s_usual = new();

    public static string Bucket => Environment.GetEnvironmentVariable(CatalogOptions.BucketNameSetting) ?? s_usual.BucketName;

    public static string Table => Environment.GetEnvironmentVariable(CatalogOptions.TableNameSetting) ?? s_usual.TableName;

    public static Uri S3 => Loopback("AWS_ENDPOINT_URL_S3", LocalAccount.S3);

    public static Uri DynamoDB => Loopback("AWS_ENDPOINT_URL_DYNAMODB", LocalAccount.DynamoDB);

    public static Uri Lambda => Loopback("AWS_ENDPOINT_URL_LAMBDA", LocalAccount.Lambda);

    public static Uri Site => Loopback("IRIS_SITE_URL", LocalAccount.CloudFront);

    private static Uri Loopback(string variable, Uri usual)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } value)
        {
            return usual;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.IsLoopback
            ? url
            : throw OperationException.Unusable(
                $"{variable} is '{value}', which is not on this machine. Name the stack with --stack, or unset it.");
    }
}
