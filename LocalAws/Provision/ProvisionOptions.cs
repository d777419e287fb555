using LocalAws.Shared;

namespace LocalAws.Provision;

/// <summary>What to create, by which names, from which template.</summary>
public sealed record ProvisionOptions
{
    /// <summary>The path of the CloudFormation template. Default: the copy of cloudformation/app.yaml next to the program.</summary>
    public string TemplatePath { get; init; } = Path.Combine(AppContext.BaseDirectory, "app.yaml");

    /// <summary>The local name of the bucket that the template calls ImageBucket.</summary>
    public string BucketName { get; init; } = "iris-images";

    /// <summary>The local name of the table that the template calls ImageTable.</summary>
    public string TableName { get; init; } = "iris";

    /// <summary>The region that local ARNs name.</summary>
    public string Region { get; init; } = LocalAccount.Region;

    /// <summary>Values of the template's parameters; SiteOrigins has a local default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long S3 and DynamoDB may take to come up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
