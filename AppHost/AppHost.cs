using Iris.AppHost;

var arguments = AppHostArguments.Parse(args);
if (arguments.Explain() is { } exitCode)
{
    return exitCode;
}

var builder = DistributedApplication.CreateBuilder(args);
using var state = StateFolder.At(builder, arguments.Ephemeral);
builder.UseDashboardPort(arguments.DashboardPort);

// S3 for development: keeps the objects, tells Lambda of new ones.
var s3 = builder.AddProject<Projects.LocalAws_S3>("s3")
    .WithHttpPort(9000)
    .WithHttpHealthCheck("/_local/health")
    .WithEnvironment("S3__DataDirectory", state.For("s3"))
    .WithAwsCredentials();

// Lambda for development: hands events to the sandboxes below, retries, keeps what failed for good.
var lambda = builder.AddProject<Projects.LocalAws_Lambda>("lambda")
    .WithHttpPort(9001)
    .WithHttpHealthCheck("/_local/health")
    .WithEnvironment("Lambda__DataDirectory", state.For("lambda"))
    .WithEnvironment($"Lambda__Functions__{LocalAws.Processor}__TimeoutSeconds", "30");

// DynamoDB for development: dynalite.
var dynamoDb = builder.AddNodeApp("dynamodb", "../Platform/LocalAws.DynamoDB", "server.js")
    .WithNpm()
    .WithHttpPort(8000)
    .WithHttpHealthCheck("/_local/health")
    .WithArgs("--path", state.For("dynamodb"));

// Rekognition for development: a real network that finds and names things.
var rekognition = builder.AddProject<Projects.LocalAws_Rekognition>("rekognition")
    .WithHttpPort(9002)
    .WithHttpHealthCheck("/_local/health")
    .WithBucket(s3.GetEndpoint("http"));

s3.WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"));

// Creates the bucket and the table as cloudformation/app.yaml says, and ends.
var provision = builder.AddProject<Projects.LocalAws_Provision>("provision")
    .WithBucket(s3.GetEndpoint("http"))
    .WithTable(dynamoDb.GetEndpoint("http"))
    .WaitFor(s3)
    .WaitFor(dynamoDb);

var api = builder.AddProject<Projects.ImageApi>("api")
    .WithHttpPort(8081)
    .WithHttpHealthCheck("/health")
    .WithBucket(s3.GetEndpoint("http"))
    .WithTable(dynamoDb.GetEndpoint("http"))
    .WaitForCompletion(provision);

// The sandboxes of the processor's function: each takes one event at a time.
var processor = builder.AddProject<Projects.ImageProcessor>("processor")
    .WithReplicas(2)
    .WithSandboxRestarts()
    .AsLambdaFunction(LocalAws.Processor, lambda.GetEndpoint("http"))
    .WithBucket(s3.GetEndpoint("http"))
    .WithTable(dynamoDb.GetEndpoint("http"))
    .WithEnvironment("AWS_ENDPOINT_URL_REKOGNITION", rekognition.GetEndpoint("http"))
    .WaitForCompletion(provision)
    .WaitFor(lambda);

// What CloudFront is on AWS: one origin for the site, the API and the images.
builder.AddProject<Projects.LocalAws_Edge>("edge")
    .WithHttpPort(arguments.SitePort ?? 8080)
    .WithHttpHealthCheck("/_local/health")
    .WithBucket(s3.GetEndpoint("http"))
    .WithEnvironment("Edge__ApiOrigin", api.GetEndpoint("http"))
    .WithEnvironment("Edge__ImagesOrigin", s3.GetEndpoint("http"))
    .WithEnvironment("Edge__SiteDirectory", Path.GetFullPath("../WebFrontend/public", builder.AppHostDirectory))
    .WaitFor(api)
    .WaitFor(processor);

builder.Build().Run();
return Environment.ExitCode;
