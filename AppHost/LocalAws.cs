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

    extension<T>(IResourceBuilder<T> builder) where T : IResourceWithEnvironment
    {
        /// <summary>The region and the one key pair that the stand-ins know.</summary>
        public IResourceBuilder<T> WithAwsCredentials() => builder
            .WithEnvironment("AWS_REGION", Region)
            .WithEnvironment("AWS_ACCESS_KEY_ID", AccessKeyId)
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", SecretAccessKey);

        /// <summary>The bucket, and where it is.</summary>
        public IResourceBuilder<T> WithBucket(EndpointReference s3) => builder
            .WithAwsCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_S3", s3)
            .WithEnvironment("S3_BUCKET_NAME", Bucket);

        /// <summary>The table, and where it is.</summary>
        public IResourceBuilder<T> WithTable(EndpointReference dynamoDb) => builder
            .WithAwsCredentials()
            .WithEnvironment("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb)
            .WithEnvironment("DYNAMODB_TABLE_NAME", Table);

        /// <summary>Makes the process a sandbox of a Lambda function.</summary>
        public IResourceBuilder<T> AsLambdaFunction(string function, EndpointReference lambda) => builder
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", $"{lambda.Property(EndpointProperty.HostAndPort)}/{function}")
            .WithEnvironment("AWS_LAMBDA_FUNCTION_NAME", function)
            .WithEnvironment("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024")
            .WithEnvironment("_HANDLER", function);
    }

    extension<T>(IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        /// <summary>
        /// A fixed port with no proxy before the process: while it is down, a client is refused at once instead of kept waiting.
        /// </summary>
        public IResourceBuilder<T> WithHttpPort(int port) => builder.WithEndpoint("http", endpoint =>
        {
            endpoint.UriScheme = "http";
            endpoint.Port = endpoint.TargetPort = port;
            endpoint.IsProxied = false;
        });
    }
}
