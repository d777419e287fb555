namespace Iris.Deployment.Stacks;

/// <summary>
/// What a stack is to become: a template, and the parameters that are said; of the others it keeps the values that it has.
/// </summary>
public sealed record StackChange(string Stack, TemplateSource Template, IReadOnlyDictionary<string, string> Parameters);

/// <summary>Where CloudFormation reads a template: sent along while it is small (51,200 bytes), or in a bucket.</summary>
public sealed record TemplateSource(string Option, string Value)
{
    public IReadOnlyList<string> Arguments => [Option, Value];

    public static TemplateSource File(string path) => new("--template-body", $"file://{Path.GetFullPath(path)}");

    public static TemplateSource InBucket(string bucket, string key) => new("--template-url", $"https://{bucket}.s3.amazonaws.com/{key}");
}
