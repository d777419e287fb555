using Amazon.DynamoDBv2;
using Amazon.Rekognition;
using Amazon.S3;
using Iris.ImageApi;
using Iris.ImageProcessor;
using Iris.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>Both functions in this process, each with a recorder between itself and AWS.</summary>
internal sealed class Functions : IAsyncDisposable
{
    private readonly Api _api;

    public Functions(LocalStack stack, Dynalite dynalite, LocalRekognition rekognition)
    {
        _api = new Api(stack, dynalite, ApiCalls);

        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(stack.Settings!);
        builder.Services.AddSingleton<IAmazonS3>(
            _ => stack.S3.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(ProcessorCalls)));
        builder.Services.AddSingleton<IAmazonDynamoDB>(_ => dynalite.CreateClient(ProcessorCalls));
        builder.Services.AddSingleton<IAmazonRekognition>(
            _ => rekognition.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(ProcessorCalls)));
        builder.AddImageProcessor();
        Processor = builder.Build();
    }

    public CallRecorder ApiCalls { get; } = new();

    public CallRecorder ProcessorCalls { get; } = new();

    public IHost Processor { get; }

    public HttpClient CreateApiClient() => _api.CreateClient();

    public async ValueTask DisposeAsync()
    {
        Processor.Dispose();
        await _api.DisposeAsync();
    }

    private sealed class Api(LocalStack stack, Dynalite dynalite, CallRecorder calls) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in stack.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(static logging => logging.ClearProviders());
            builder.ConfigureTestServices(services => services
                .AddSingleton<IAmazonS3>(_ => stack.S3.CreateClient(config => config.HttpClientFactory = new SingleHandlerFactory(calls)))
                .AddSingleton<IAmazonDynamoDB>(_ => dynalite.CreateClient(calls)));
        }
    }
}
