using Iris.Catalog;
using Iris.Deployment;

namespace Iris.Ops.Data;

/// <summary>Where the AppHost starts things. The variables by which Iris is configured may say otherwise, but never name another machine.</summary>
internal static class LocalAddresses
{
    public const string AccessKeyId = "local";
    public const string SecretAccessKey = "localsecret";
    public const string Region = "us-east-1";

    public static string Bucket => Environment.GetEnvironmentVariable(CatalogOptions.BucketNameSetting) ?? "iris-images";

    public static string Table => Environment.GetEnvironmentVariable(CatalogOptions.TableNameSetting) ?? "iris";

    public static Uri S3 => Loopback("AWS_ENDPOINT_URL_S3", "http://localhost:9000");

    public static Uri DynamoDB => Loopback("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000");

    public static Uri Lambda => Loopback("AWS_ENDPOINT_URL_LAMBDA", "http://127.0.0.1:9001");

    public static Uri Site => Loopback("IRIS_SITE_URL", "http://localhost:8080");

    private static Uri Loopback(string variable, string usual)
    {
        var value = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } said ? said : usual;
        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.IsLoopback
            ? url
            : throw OperationException.Unusable($"{variable} is '{value}', which is not on this machine. Name the stack with --stack, or unset it.");
    }
}
