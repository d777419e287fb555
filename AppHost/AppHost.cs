using Iris.AppHost;
using Iris.AppHost.Commands;

var arguments = AppHostArguments.Parse(args);
if (arguments.Explain() is { } exitCode)
{
    return exitCode;
}

var builder = DistributedApplication.CreateBuilder(args);
builder.UseDashboardPort(arguments.DashboardPort);
using var state = StateFolder.For(arguments, builder.AppHostDirectory);

// S3: keeps originals and derivatives, and tells Lambda of every new original.
var s3 = builder.AddProject<Projects.LocalAws_S3>("s3")
    .WithDirectHttp()
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Archive")
    .WithAwsCredentials()
    .WithEnvironment("S3__DataDirectory", state.Of("s3"));

// Lambda: hands events to the sandboxes of the functions, tries again, keeps what failed for good.
var lambda = builder.AddProject<Projects.LocalAws_Lambda>("lambda")
    .WithDirectHttp()
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Flash")
    .WithEnvironment("Lambda__DataDirectory", state.Of("lambda"))
    .WithFunction(LocalAws.Processor)
    .WithFunction(LocalAws.Api);
s3.WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"));

// DynamoDB: dynalite.
var dynamoDb = builder.AddNodeApp("dynamodb", "../Platform/LocalAws.DynamoDB", "server.js")
    .WithNpm()
    .WithHttpEndpoint(port: 8000, env: "PORT", isProxied: false)
    .WithDetailsOnly()
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Database")
    .WithArgs("--path", state.Of("dynamodb"));

// Rekognition: a real network, which finds things and names them.
var rekognition = builder.AddProject<Projects.LocalAws_Rekognition>("rekognition")
    .WithDirectHttp()
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Eye")
    .WithBucket(s3);

// Creates the bucket and the table as cloudformation/app.yaml says, and ends.
var provision = builder.AddProject<Projects.LocalAws_Provision>("provision")
    .WithIconName("Wrench")
    .WithBucket(s3)
    .WithTable(dynamoDb)
    .WaitFor(s3)
    .WaitFor(dynamoDb);

// The HTTP API: on Kestrel, or with --lambda as the function that it is on AWS.
var api = arguments.Lambda ? builder.AddApiFunction(lambda) : builder.AddApi();
api.WithIconName("PlugConnected")
    .WithBucket(s3)
    .WithTable(dynamoDb)
    .WaitForCompletion(provision);
var apiOrigin = arguments.Lambda ? lambda.HttpApiOf(LocalAws.Api) : api.Origin();

// The function behind every upload, in two sandboxes: each takes one event at a time.
builder.AddProject<Projects.ImageProcessor>("processor")
    .WithReplicas(2)
    .WithSandboxRestarts()
    .WithIconName("ImageMultiple")
    .AsLambdaFunction(LocalAws.Processor, lambda)
    .WithBucket(s3)
    .WithTable(dynamoDb)
    .WithEnvironment("AWS_ENDPOINT_URL_REKOGNITION", rekognition.GetEndpoint("http"))
    .WaitForCompletion(provision)
    .WaitFor(rekognition);

// What CloudFront is on AWS: one origin for the site, the API and the images.
var edge = builder.AddProject<Projects.LocalAws_Edge>("edge")
    .WithDirectHttp(arguments.SitePort)
    .WithUrlForEndpoint("http", url => (url.DisplayText, url.DisplayLocation) = ("Iris", UrlDisplayLocation.SummaryAndDetails))
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Globe")
    .WithBucket(s3)
    .WithEnvironment("Edge__ApiOrigin", apiOrigin)
    .WithEnvironment("Edge__ImagesOrigin", s3.GetEndpoint("http"))
    .WaitFor(api)
    .AnnounceWhenReady("Iris")
    .WithSeedCommand(apiOrigin)
    .WithClearDataCommand(apiOrigin);

// The site: Next.js with hot reload, or with --frontend=static the files that it is on AWS.
_ = arguments.StaticFrontend ? edge.WithExportedFrontend() : edge.WithFrontend();

lambda
    .WithPoisonImageCommand(apiOrigin)
    .WithRedriveCommand();

// The bucket takes uploads from the site's own pages alone, by either name of this machine.
var site = edge.GetEndpoint("http");
provision.WithEnvironment("Provision__Parameters__SiteOrigins", $"{site},http://127.0.0.1:{site.Property(EndpointProperty.Port)}");

builder.Build().Run();
return Environment.ExitCode;
