using Amazon.Rekognition;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.ImageProcessor.Steps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Iris.ImageProcessor;

/// <summary>Everything that processing an image needs.</summary>
internal static class ProcessorServices
{
    public static IHostApplicationBuilder AddImageProcessor(this IHostApplicationBuilder builder)
    {
        builder.AddAmazonDynamoDB();
        builder.AddAmazonS3();
        builder.AddAmazonRekognition();

        builder.Services.AddCatalog();
        builder.Services.AddOptions<DecodingOptions>().BindConfiguration(DecodingOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<DecodingOptions>, DecodingOptions.Validator>();
        builder.Services.AddSingleton(services => ImagingLimits.Default with { DecodeTimeout = services.GetRequiredService<IOptions<DecodingOptions>>().Value.Timeout });
        builder.Services.AddOptions<LabelOptions>().BindConfiguration(LabelOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LabelOptions>, LabelOptions.Validator>();
        builder.Services.AddResilience();

        builder.Services
            .AddSingleton<FetchOriginal>()
            .AddSingleton<DecodeImage>()
            .AddSingleton<PutDerivatives>()
            .AddSingleton<DetectLabels>()
            .AddSingleton<UploadGuard>()
            .AddSingleton<ImagePipeline>()
            .AddSingleton<UploadProcessor>()
            .AddSingleton<S3EventHandler>();
        return builder;
    }

    private static void AddAmazonRekognition(this IHostApplicationBuilder builder) =>
        builder.AddAwsClient<IAmazonRekognition, AmazonRekognitionConfig>("REKOGNITION", static (credentials, config) =>
        {
            // Retried in one place only: see Resilience.
            config.MaxErrorRetry = 0;
            return new AmazonRekognitionClient(credentials, config);
        });
}
