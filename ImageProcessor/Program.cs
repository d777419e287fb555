using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;
using Iris.ImageProcessor;
using Iris.ImageProcessor.Imaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// First of all, while the process has a single thread: it settles how the native heap is shared.
Warmup.Run();

var builder = Host.CreateApplicationBuilder(args);

builder.AddServiceDefaults();
builder.AddImageProcessor();

using var host = builder.Build();
using var lambda = LambdaBootstrapBuilder
    .Create<S3Event>(
        (notification, context) => host.Services.GetRequiredService<S3EventHandler>().HandleAsync(notification, context),
        new SourceGeneratorLambdaJsonSerializer<S3EventJson>())
    .UseBootstrapHandler(async () =>
    {
        await host.StartAsync();
        host.Services.GetRequiredService<S3EventHandler>();
        return true;
    })
    .Build();

await lambda.RunAsync(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
await host.StopAsync();
