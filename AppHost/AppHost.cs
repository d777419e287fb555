using Iris.AppHost;
using LocalAws.Shared;

// aspire publish, deploy, do …: these commands deploy to AWS. The rest of this file runs Iris on this machine.
if (Deployment.IsAskedFor(args))
{
    return Deployment.Run(args);
}

var arguments = Arguments.Parse(args);
if (arguments.Explain() is { } exitCode)
{
    return exitCode;
}

var builder = DistributedApplication.CreateBuilder(args);
using var data = new DataFolder(arguments, builder.AppHostDirectory);
builder.UseDashboard(arguments.DashboardPort, data.Of("dashboard"));

// Lambda: hands events to the sandboxes of the functions, tries again, keeps what failed for good.
var lambda = builder.AddServer<Projects.LocalAws_Lambda>("lambda", icon: "Flash")
    .WithEnvironment("Lambda__DataDirectory", data.Of("lambda"))
    .WithLocalCredentials()
    .WithFunction(Functions.Api)
    .WithFunction(Functions.Processor);

// S3, DynamoDB and Rekognition: on this machine, or with --aws in an account.
IAws aws;
if (!arguments.Aws)
{
    var s3 = builder.AddServer<Projects.LocalAws_S3>("s3", icon: "Archive")
        .WithEnvironment("S3__DataDirectory", data.Of("s3"))
        .WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"));
    var dynamodb = builder.AddNodeApp("dynamodb", "../LocalAws/DynamoDB", "server.js")
        .WithNpm()
        .WithArgs("--path", data.Of("dynamodb"))
        .WithHttpEndpoint(port: LocalAccount.DynamoDB.Port, env: "PORT", isProxied: false)
        .AsServer(icon: "Database");
    var rekognition = builder.AddServer<Projects.LocalAws_Rekognition>("rekognition", icon: "Eye")
        .WithBucket(s3);
    // It asks both until they answer, sooner than a health check would tell.
    var provision = builder.AddProject<Projects.LocalAws_Provision>("provision")
        .WithIconName("Wrench")
        .WithBucket(s3)
        .WithTable(dynamodb);
    aws = new AwsOnThisMachine(s3, dynamodb, rekognition, provision);
}
else
{
    var stack = builder.AddAWSCloudFormationTemplate("stack", "../cloudformation/dev.yaml", arguments.Stack)
        .WithReference(builder.AddAWSSDKConfig().WithRegionOfUser())
        .WithIconName("CloudDatabase");
    builder.AddProject<Projects.LocalAws_S3Notifications>("notifications")
        .WithIconName("MailInbox")
        .WithReference(stack)
        .WithEnvironment("S3Notifications__QueueUrl", stack.GetOutput("UploadEventsQueueUrl"))
        .WithEnvironment("S3Notifications__FunctionName", Functions.Processor)
        .WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", lambda.GetEndpoint("http"))
        .WaitFor(lambda);
    aws = new AwsAccount(stack);
}

// The function behind every upload, and the HTTP API. As built, with the API on Kestrel; with --lambda both as the programs that AWS runs.
// Who has signed in is for an HTTP API to find out: with --sign-in the API is behind one in either case.
ReferenceExpression apiOrigin;
IEnumerable<IResourceBuilder<IResource>> apis;
if (!arguments.Lambda)
{
    builder.AddProject<Projects.ImageProcessor>("processor")
        .WithReplicas(2)
        .WithIconName("ImageMultiple")
        .WithEnvironment("DOTNET_ENVIRONMENT", "Development")
        .AsLambdaFunction(Functions.Processor, lambda)
        .WithBucketAndTable(aws)
        .WithLabels(aws);
    if (!arguments.SignIn)
    {
        var api = builder.AddServer<Projects.ImageApi>("api", icon: "PlugConnected", healthPath: "/health")
            .WithUrlForEndpoint("http", static url =>
                (url.Url, url.DisplayText, url.DisplayLocation) = ("/scalar", "API reference", UrlDisplayLocation.SummaryAndDetails))
            .WithBucketAndTable(aws);
        (apiOrigin, apis) = (ReferenceExpression.Create($"{api.GetEndpoint("http")}"), [api]);
    }
    else
    {
        var api = builder.AddProject<Projects.ImageApi>("api", static project => project.ExcludeLaunchProfile = true)
            .WithReplicas(4)
            .WithIconName("PlugConnected")
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
            .AsLambdaFunction(Functions.Api, lambda)
            .WithBucketAndTable(aws)
            .WithHttpHealthCheck(() => lambda.GetEndpoint("http"), $"{Functions.HttpApiPath(Functions.Api)}/health");
        (apiOrigin, apis) = (lambda.HttpApiOf(Functions.Api), [api]);
    }
}
else
{
    var publish = builder.AddFunctionPublishing();
    builder.AddSandboxes(Functions.Processor, "processor", count: 2, sandbox => sandbox
        .WaitForCompletion(publish)
        .WithIconName("ImageMultiple")
        .AsLambdaFunction(Functions.Processor, lambda)
        .WithBucketAndTable(aws)
        .WithLabels(aws));
    apis = builder.AddSandboxes(Functions.Api, "api", count: 4, sandbox => sandbox
        .WaitForCompletion(publish)
        .WithIconName("PlugConnected")
        .AsLambdaFunction(Functions.Api, lambda)
        .WithBucketAndTable(aws)
        .WithHttpHealthCheck(() => lambda.GetEndpoint("http"), $"{Functions.HttpApiPath(Functions.Api)}/health"));
    apiOrigin = lambda.HttpApiOf(Functions.Api);
}

// CloudFront: one origin for the site, the API and the images.
var cloudfront = builder
    .AddServer<Projects.LocalAws_CloudFront>("cloudfront", icon: "Globe", port: arguments.SitePort, httpsPort: arguments.HttpsPort)
    .WithUrlForEndpoint("http", static url => (url.DisplayText, url.DisplayLocation) = ("Iris", UrlDisplayLocation.SummaryAndDetails))
    .WithUrlForEndpoint("https", static url => url.DisplayText = "Iris (HTTPS)")
    .WithEnvironment("CloudFront__ApiOrigin", apiOrigin)
    .WaitForAll(apis)
    .WithImagesOrigin(aws)
    .AnnounceWhenReady("Iris");

// The site. Next.js with hot reload, for which CloudFront does not wait; with --frontend=static the files that AWS serves.
if (!arguments.StaticFrontend)
{
    var frontend = builder.AddNextJsApp("frontend", "../WebFrontend")
        .WithEndpoint("http", static endpoint => (endpoint.Port, endpoint.IsProxied) = (3000, false))
        .AsServer(icon: "AppGeneric", healthPath: "/")
        .WithEnvironment("NEXT_TELEMETRY_DISABLED", "1")
        .WithPromptStop();
    cloudfront.WithEnvironment("CloudFront__SiteOrigin", frontend.GetEndpoint("http"));
}
else
{
    var export = builder.AddJavaScriptApp("frontend", "../WebFrontend", "export")
        .WithIconName("AppGeneric")
        .WithEnvironment("NEXT_TELEMETRY_DISABLED", "1")
        .WithEnvironment("NODE_ENV", "production");
    cloudfront
        .WithEnvironment("CloudFront__SiteDirectory", Path.GetFullPath("../WebFrontend/out", builder.AppHostDirectory))
        .WaitForCompletion(export);
}

// What a developer can do by a click. With --sign-in nobody has signed in who clicks there, and only who has may write as a visitor.
lambda.WithRedriveCommand();
cloudfront.WithClearDataCommand(aws);
if (!arguments.SignIn)
{
    cloudfront.WithSeedCommand();
    lambda.WithPoisonImageCommand(cloudfront.GetEndpoint("http"), aws.BucketName);
}
else
{
    builder.AddOpenId(cloudfront, lambda);
}

return builder.RunAsBuilt();
