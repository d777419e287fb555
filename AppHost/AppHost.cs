using Iris.AppHost;
using Iris.AppHost.Commands;

// aspire publish, deploy, do …: onto AWS, where nothing of what follows is.
if (Deployment.IsAskedFor(args))
{
    return Deployment.Run(args);
}

var arguments = AppHostArguments.Parse(args);
if (arguments.Explain() is { } exitCode)
{
    return exitCode;
}

var builder = DistributedApplication.CreateBuilder(args);
builder.UseDashboardPort(arguments.DashboardPort);
using var state = StateFolder.For(arguments, builder.AppHostDirectory);

// Processes end before the AppHost does, and before the state folder goes.
builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
builder.Configuration["ASPIRE_DASHBOARD_DATA_DIRECTORY"] = state.Of("dashboard");

// Lambda: hands events to the sandboxes of the functions, tries again, keeps what failed for good.
var lambda = builder.AddProject<Projects.LocalAws_Lambda>("lambda")
    .WithDirectHttp()
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Flash")
    .WithEnvironment("Lambda__DataDirectory", state.Of("lambda"))
    .WithFunction(LocalAws.Processor)
    .WithFunction(LocalAws.Api);

// S3, DynamoDB and Rekognition: on this machine, or with --aws in an account.
IAws aws = arguments.Aws ? new AwsAccount(builder, arguments, lambda) : new StandIns(builder, state, lambda);

// The HTTP API, and the function behind every upload: as they were built, or with --lambda as the bootstraps that run on AWS.
Api api;
if (arguments.Lambda)
{
    var bootstraps = builder.AddBootstraps();
    api = Api.AddFunction(bootstraps, aws, lambda);
    Processor.AddFunction(bootstraps, aws, lambda);
}
else
{
    api = Api.Add(builder, aws);
    Processor.Add(builder, aws, lambda);
}

// What CloudFront is on AWS: one origin for the site, the API and the images.
var edge = builder.AddProject<Projects.LocalAws_CloudFront>("edge")
    .WithDirectHttp(arguments.SitePort)
    .WithDirectHttps(arguments.HttpsPort)
    .WithUrlForEndpoint("http", url => (url.DisplayText, url.DisplayLocation) = ("Iris", UrlDisplayLocation.SummaryAndDetails))
    .WithUrlForEndpoint("https", url => url.DisplayText = "Iris (HTTPS)")
    .WithHttpHealthCheck("/_local/health")
    .WithIconName("Globe")
    .WithEnvironment("CloudFront__ApiOrigin", api.Origin)
    .WaitForAll(api.Processes)
    .AnnounceWhenReady("Iris")
    .WithSeedCommand(api.Origin)
    .WithClearDataCommand(api.Origin);
aws.WithImagesOrigin(edge);
aws.AllowUploadsFrom(edge.Resource);

// The site: Next.js with hot reload, or with --frontend=static the files that it is on AWS.
_ = arguments.StaticFrontend ? edge.WithExportedFrontend() : edge.WithFrontend();

lambda
    .WithPoisonImageCommand(api.Origin, aws.BucketName)
    .WithRedriveCommand();

builder.RunProjectsAsBuilt();
builder.DrawPorts();
if ((builder.MissingCommand() ?? builder.PortConflict()) is { } obstacle)
{
    Console.Error.WriteLine(obstacle);
    return 1;
}

builder.Build().Run();
return Environment.ExitCode;
