using System.Text.RegularExpressions;
using Amazon.Runtime;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;

namespace Iris.AppHost;

/// <summary>AWS in an account, as cloudformation/dev.yaml makes it: each developer has a stack, so that nobody takes another's uploads.</summary>
internal sealed partial class AwsAccount : IAws
{
    private const string Template = "../cloudformation/dev.yaml";

    private readonly IResourceBuilder<ICloudFormationTemplateResource> _stack;

    // What the launch settings of a service say for the day that it is run alone, beside stand-ins.
    private static readonly string[] s_standIns =
    [
        "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_REKOGNITION", "AWS_ENDPOINT_URL_LAMBDA",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION",
    ];

    public AwsAccount(IDistributedApplicationBuilder builder, AppHostArguments arguments, IResourceBuilder<ProjectResource> lambda)
    {
        // Bucket, table and queue: created or updated now, and kept when the application ends.
        _stack = builder.AddAWSCloudFormationTemplate("stack", Path.GetFullPath(Template, builder.AppHostDirectory), arguments.Stack ?? StackOf(Environment.UserName))
            .WithReference(Configure(builder.AddAWSSDKConfig()))
            .WithIconName("CloudDatabase");

        // What the bucket tells of uploads comes to this machine by way of the queue.
        builder.AddProject<Projects.LocalAws_S3Notifications>("notifications")
            .WithReference(_stack)
            .WithEnvironment("S3Notifications__QueueUrl", _stack.GetOutput("UploadEventsQueueUrl"))
            .WithEnvironment("S3Notifications__FunctionName", LocalAws.Processor)
            .WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"))
            .WithIconName("MailInbox")
            .WaitFor(lambda);
    }

    public ReferenceExpression BucketName => ReferenceExpression.Create($"{_stack.GetOutput("ImageBucketName")}");

    public IResourceBuilder<T> WithImages<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport => process
        .WithEnvironment(static context => Array.ForEach(s_standIns, name => context.EnvironmentVariables.Remove(name)))
        .WithReference(_stack)
        .WithEnvironment("S3_BUCKET_NAME", _stack.GetOutput("ImageBucketName"))
        .WithEnvironment("DYNAMODB_TABLE_NAME", _stack.GetOutput("ImageTableName"));

    // Rekognition needs nothing but a region and permission.
    public IResourceBuilder<T> WithLabels<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport => process;

    public IResourceBuilder<ProjectResource> WithImagesOrigin(IResourceBuilder<ProjectResource> edge) =>
        edge.WithReference(_stack).WithEnvironment("S3_BUCKET_NAME", _stack.GetOutput("ImageBucketName"));

    // A parameter is fixed before the application starts, and so are the site's ports.
    public void AllowUploadsFrom(IResourceWithEndpoints site) =>
        _stack.WithParameter("SiteOrigins", Endpoints.OriginsOf(site, static endpoint => endpoint.EndpointAnnotation.Port));

    /// <summary>The name of a developer's stack, of the letters that CloudFormation allows.</summary>
    internal static string StackOf(string user) => $"iris-dev-{NotInStackNames().Replace(user, "-").Trim('-')}".TrimEnd('-').ToLowerInvariant();

    // Every process is told the region, wherever it was found; credentials each finds by itself, as the SDK does.
    private static IAWSSDKConfig Configure(IAWSSDKConfig sdk) =>
        FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) is { } region ? sdk.WithRegion(region) : sdk;

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInStackNames();
}
