namespace Iris.AppHost;

/// <summary>What every process needs to talk to the stand-ins of AWS.</summary>
internal static class LocalAws
{
    public const string Bucket = "iris-images";
    public const string Table = "iris";
    public const string Processor = "ImageProcessor";
    public const string Api = "ImageApi";

    private const string Region = "us-east-1";
    private const string AccessKeyId = "local";
    private const string SecretAccessKey = "localsecret";
    private const string FunctionTimeoutSeconds = "30";

    /// <summary>Where an HTTP API in front of a function begins.</summary>
    public static string HttpApiPath(string function) => $"/_local/http-api/{function}";

    /// <summary>The address of an HTTP API in front of a function.</summary>
    public static ReferenceExpression HttpApiOf(this IResourceBuilder<ProjectResource> lambda, string function) =>
        ReferenceExpression.Create($"{lambda.GetEndpoint("http")}{HttpApiPath(function)}");

    /// <summary>Tells Lambda of a function.</summary>
    public static IResourceBuilder<ProjectResource> WithFunction(this IResourceBuilder<ProjectResource> lambda, string function) =>
        lambda.WithEnvironment($"Lambda__Functions__{function}__TimeoutSeconds", FunctionTimeoutSeconds);

    extension<T>(IResourceBuilder<T> builder) where T : IResourceWithEnvironment
    {
        /// <summary>The region, and the one key pair that the stand-ins know.</summary>
        public IResourceBuilder<T> WithAwsCredentials() => builder
            .WithEnvironment("AWS_REGION", Region)
            .WithEnvironment("AWS_ACCESS_KEY_ID", AccessKeyId)
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", SecretAccessKey);

        /// <summary>The bucket, and where it is.</summary>
        public IResourceBuilder<T> WithBucket(IResourceBuilder<IResourceWithEndpoints> s3) => builder
            .WithAwsCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_S3", s3.GetEndpoint("http"))
            .WithEnvironment("S3_BUCKET_NAME", Bucket);

        /// <summary>The table, and where it is.</summary>
        public IResourceBuilder<T> WithTable(IResourceBuilder<IResourceWithEndpoints> dynamoDb) => builder
            .WithAwsCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.GetEndpoint("http"))
            .WithEnvironment("DYNAMODB_TABLE_NAME", Table);
    }

    /// <summary>Makes a process a sandbox of a function: it takes its events from Lambda, nobody asks it directly, and it is replaced when it dies.</summary>
    public static IResourceBuilder<T> AsLambdaFunction<T>(this IResourceBuilder<T> builder, string function, IResourceBuilder<ProjectResource> lambda)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => builder
        .WithSandboxRestarts()
        .WithEnvironment("AWS_LAMBDA_RUNTIME_API", $"{lambda.GetEndpoint("http").Property(EndpointProperty.HostAndPort)}/{function}")
        .WithEnvironment("AWS_LAMBDA_FUNCTION_NAME", function)
        .WithEnvironment("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024")
        .WithEnvironment("_HANDLER", function)
        .WithParentRelationship(lambda)
        .WaitFor(lambda);
}
