namespace Iris.Ops.Stacks;

/// <summary>Where CloudFormation reads a template: sent along while it is small (51,200 bytes), or in a bucket.</summary>
internal sealed record TemplateSource(string Option, string Value)
{
    public IReadOnlyList<string> Arguments => [Option, Value];

    public static TemplateSource File(string path) => new("--template-body", $"file://{Path.GetFullPath(path)}");

    public static TemplateSource InBucket(string bucket, string key) => new("--template-url", $"https://{bucket}.s3.amazonaws.com/{key}");
}
