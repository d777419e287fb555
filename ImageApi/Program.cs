using Iris.Catalog;
using Iris.ImageApi;
using Iris.ImageApi.Hosting;
using Iris.ImageApi.Images;
using Iris.ImageApi.Labels;
using Iris.ImageApi.Stats;
using Iris.ImageApi.Uploads;
using Microsoft.AspNetCore.Mvc;

var builder = LeanHost.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddAmazonS3().AddAmazonDynamoDB();
builder.Services.AddCatalog().AddSingleton<UploadUrl>().AddSingleton<Announcements>();
builder.Services.AddApiJson().AddCompression().AddProblems().AddImageIds().AddOpenApiDocument();
builder.Services.AddAllowedHosts(builder.Configuration);
builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);

var app = builder.Build();

app.UseAllowedHosts();
app.UseResponseCompression();
app.UseMiddleware<AccessLog>();
app.UseProblems();
app.UseOriginSecret();
app.MapDefaultEndpoints();
app.MapOpenApiDocument();

// The largest request has a few hundred bytes; pictures go to S3.
var api = app.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(16 * 1024));
api.MapUploads();
api.MapImages();
api.MapLabels();
api.MapStats();

await app.RunAsync();
