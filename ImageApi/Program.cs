using Iris.Catalog;
using Iris.ImageApi;
using Iris.ImageApi.Images;
using Iris.ImageApi.Labels;
using Iris.ImageApi.Problems;
using Iris.ImageApi.Reference;
using Iris.ImageApi.Stats;
using Iris.ImageApi.Uploads;

var builder = LeanHost.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddAmazonS3().AddAmazonDynamoDB();
builder.Services.AddCatalog();
builder.Services.AddApiJson().AddCompression().AddProblems().AddImageIds().AddReference();
builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);

var app = builder.Build();

app.UseResponseCompression();
app.UseProblems();
app.UseOriginSecret();
app.MapDefaultEndpoints();
app.MapReference();

var api = app.MapGroup("/api").WithRequestSizeLimit();
api.MapUploads();
api.MapImages();
api.MapLabels();
api.MapStats();

await app.RunAsync();
