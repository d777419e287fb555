namespace Iris.AppHost;

/// <summary>AWS without an account: stand-ins on this machine, which keep what they store in the state folder.</summary>
internal sealed class StandIns : IAws
{
    private readonly IResourceBuilder<ProjectResource> _s3;
    private readonly IResourceBuilder<IResourceWithEndpoints> _dynamoDb;
    private readonly IResourceBuilder<ProjectResource> _rekognition;
    private readonly IResourceBuilder<ProjectResource> _provision;

    public StandIns(IDistributedApplicationBuilder builder, StateFolder state, IResourceBuilder<ProjectResource> lambda)
    {
        // S3: keeps originals and derivatives, and tells Lambda of every new original.
        _s3 = builder.AddProject<Projects.LocalAws_S3>("s3")
            .WithDirectHttp()
            .WithHttpHealthCheck("/_local/health")
            .WithIconName("Archive")
            .WithAwsCredentials()
            .WithEnvironment("S3__DataDirectory", state.Of("s3"))
            .WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"));

        // DynamoDB: dynalite.
        _dynamoDb = builder.AddNodeApp("dynamodb", "../LocalAws/DynamoDB", "server.js")
            .WithNpm()
            .WithHttpEndpoint(port: 8000, env: "PORT", isProxied: false)
            .WithDetailsOnly()
            .WithHttpHealthCheck("/_local/health")
            .WithIconName("Database")
            .WithArgs("--path", state.Of("dynamodb"));

        // Rekognition: a real network, which finds things and names them.
        _rekognition = builder.AddProject<Projects.LocalAws_Rekognition>("rekognition")
            .WithDirectHttp()
            .WithHttpHealthCheck("/_local/health")
            .WithIconName("Eye")
            .WithBucket(_s3);

        // Creates the bucket and the table as cloudformation/app.yaml says, and ends.
        _provision = builder.AddProject<Projects.LocalAws_Provision>("provision")
            .WithIconName("Wrench")
            .WithBucket(_s3)
            .WithTable(_dynamoDb)
            .WaitFor(_s3)
            .WaitFor(_dynamoDb);
    }

    public ReferenceExpression BucketName => ReferenceExpression.Create($"{LocalAws.Bucket}");

    public IResourceBuilder<T> WithImages<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        process.WithBucket(_s3).WithTable(_dynamoDb).WaitForCompletion(_provision);

    public IResourceBuilder<T> WithLabels<T>(IResourceBuilder<T> process) where T : IResourceWithEnvironment, IResourceWithWaitSupport =>
        process.WithEnvironment("AWS_ENDPOINT_URL_REKOGNITION", _rekognition.GetEndpoint("http")).WaitFor(_rekognition);

    public IResourceBuilder<ProjectResource> WithImagesOrigin(IResourceBuilder<ProjectResource> edge) =>
        edge.WithBucket(_s3);

    public void AllowUploadsFrom(IResourceWithEndpoints site) =>
        _provision.WithEnvironment("Provision__Parameters__SiteOrigins", () => Endpoints.OriginsOf(site, static endpoint => endpoint.Port));
}
