using Amazon.Runtime;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;
using Iris.Ops.Data;
using LocalAws.Shared;

namespace Iris.AppHost;

/// <summary>The bucket, the table and the labels that Iris uses: of this machine, or of an account.</summary>
internal interface IAws
{
    /// <summary>The name of the bucket.</summary>
    ReferenceExpression BucketName { get; }

    /// <summary>The images, as an operator finds them.</summary>
    Task<DataTarget> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Gives a process the bucket and the table.</summary>
    IResourceBuilder<T> GiveBucketAndTable<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport;

    /// <summary>Gives a process Rekognition.</summary>
    IResourceBuilder<T> GiveLabels<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport;

    /// <summary>
    /// Gives CloudFront the bucket as the origin of <c>/images/*</c>, and lets the pages that it serves, and no others, upload to it.
    /// CloudFront is the way in, and waits until bucket and table are there; what is behind it need not.
    /// </summary>
    IResourceBuilder<ProjectResource> GiveOrigin(IResourceBuilder<ProjectResource> cloudfront);
}

/// <summary>AWS without an account: LocalAws/, and the resource that makes bucket and table there.</summary>
internal sealed class AwsOnThisMachine(
    IResourceBuilder<ProjectResource> s3,
    IResourceBuilder<IResourceWithEndpoints> dynamodb,
    IResourceBuilder<ProjectResource> rekognition,
    IResourceBuilder<ProjectResource> provision) : IAws
{
    public ReferenceExpression BucketName => ReferenceExpression.Create($"{AwsExtensions.LocalBucket}");

    public Task<DataTarget> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult(DataTarget.Local(
        new Uri(s3.GetEndpoint("http").Url), new Uri(dynamodb.GetEndpoint("http").Url), AwsExtensions.LocalBucket, AwsExtensions.LocalTable));

    public IResourceBuilder<T> GiveBucketAndTable<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        process.WithBucket(s3).WithTable(dynamodb);

    public IResourceBuilder<T> GiveLabels<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        process.WithEnvironment("AWS_ENDPOINT_URL_REKOGNITION", rekognition.GetEndpoint("http")).WaitFor(rekognition);

    public IResourceBuilder<ProjectResource> GiveOrigin(IResourceBuilder<ProjectResource> cloudfront)
    {
        provision.WithEnvironment(
            "Provision__Parameters__SiteOrigins", () => AwsExtensions.OriginsOf(cloudfront.Resource, static endpoint => endpoint.Port));
        return cloudfront.WithBucket(s3).WaitForCompletion(provision);
    }
}

/// <summary>AWS in an account: each developer has a stack, so that nobody takes another's uploads.</summary>
internal sealed class AwsAccount(IResourceBuilder<ICloudFormationTemplateResource> stack) : IAws
{
    // What the launch settings of a service say for the day that it is run alone, beside LocalAws.
    private static readonly string[] s_local =
    [
        "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_REKOGNITION", "AWS_ENDPOINT_URL_LAMBDA",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION",
    ];

    public ReferenceExpression BucketName => ReferenceExpression.Create($"{stack.GetOutput("ImageBucketName")}");

    public async Task<DataTarget> ConnectAsync(CancellationToken cancellationToken) => DataTarget.OfAccount(
        (await BucketName.GetValueAsync(cancellationToken))!,
        (await ReferenceExpression.Create($"{stack.GetOutput("ImageTableName")}").GetValueAsync(cancellationToken))!);

    public IResourceBuilder<T> GiveBucketAndTable<T>(IResourceBuilder<T> process)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => process
        .WithEnvironment(static context => Array.ForEach(s_local, name => context.EnvironmentVariables.Remove(name)))
        .WithReference(stack)
        .WithEnvironment("S3_BUCKET_NAME", stack.GetOutput("ImageBucketName"))
        .WithEnvironment("DYNAMODB_TABLE_NAME", stack.GetOutput("ImageTableName"));

    // Rekognition needs nothing but a region and permission.
    public IResourceBuilder<T> GiveLabels<T>(IResourceBuilder<T> process)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => process;

    public IResourceBuilder<ProjectResource> GiveOrigin(IResourceBuilder<ProjectResource> cloudfront)
    {
        // A parameter is fixed before the application starts, and so are the site's ports.
        stack.WithParameter(
            "SiteOrigins", AwsExtensions.OriginsOf(cloudfront.Resource, static endpoint => endpoint.EndpointAnnotation.Port));
        return cloudfront.WithReference(stack).WithEnvironment("S3_BUCKET_NAME", stack.GetOutput("ImageBucketName"));
    }
}

/// <summary>Gives resources what they need to talk to AWS.</summary>
internal static class AwsExtensions
{
    public const string LocalBucket = "iris-images";

    public const string LocalTable = "iris";

    private static readonly string[] s_namesOfThisMachine = ["localhost", "127.0.0.1"];

    /// <summary>The origins of a site's pages, separated by commas: each endpoint by either name of this machine.</summary>
    public static string OriginsOf(IResourceWithEndpoints site, Func<EndpointReference, int?> port) => string.Join(
        ',',
        from endpoint in site.GetEndpoints()
        from host in s_namesOfThisMachine
        select $"{endpoint.Scheme}://{host}:{port(endpoint)}");

    /// <summary>Tells every process the region, wherever it was found; credentials each finds by itself, as the SDK does.</summary>
    public static IAWSSDKConfig WithRegionOfUser(this IAWSSDKConfig sdk) =>
        FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) is { } region ? sdk.WithRegion(region) : sdk;

    /// <summary>CloudFront's origin of <c>/images/*</c> is the bucket, to which the pages that it serves may upload.</summary>
    public static IResourceBuilder<ProjectResource> WithImagesOrigin(this IResourceBuilder<ProjectResource> cloudfront, IAws aws) =>
        aws.GiveOrigin(cloudfront);

    extension<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport
    {
        /// <summary>The process uses the bucket and the table.</summary>
        public IResourceBuilder<T> WithBucketAndTable(IAws aws) => aws.GiveBucketAndTable(process);

        /// <summary>The process asks Rekognition for labels.</summary>
        public IResourceBuilder<T> WithLabels(IAws aws) => aws.GiveLabels(process);
    }

    extension<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment
    {
        /// <summary>The process uses the bucket of LocalAws's S3.</summary>
        public IResourceBuilder<T> WithBucket(IResourceBuilder<IResourceWithEndpoints> s3) => process
            .WithLocalCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_S3", s3.GetEndpoint("http"))
            .WithEnvironment("S3_BUCKET_NAME", LocalBucket);

        /// <summary>The process uses the table of dynalite.</summary>
        public IResourceBuilder<T> WithTable(IResourceBuilder<IResourceWithEndpoints> dynamodb) => process
            .WithLocalCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_DYNAMODB", dynamodb.GetEndpoint("http"))
            .WithEnvironment("DYNAMODB_TABLE_NAME", LocalTable);

        /// <summary>The region, and the one key pair that LocalAws knows.</summary>
        public IResourceBuilder<T> WithLocalCredentials() => process
            .WithEnvironment("AWS_REGION", "us-east-1")
            .WithEnvironment("AWS_ACCESS_KEY_ID", LocalAccount.AccessKeyId)
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", LocalAccount.SecretAccessKey);
    }
}
