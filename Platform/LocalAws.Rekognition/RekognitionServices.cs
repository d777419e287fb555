using System.Diagnostics;
using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Pictures;
using LocalAws.Rekognition.Protocol;
using LocalAws.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

internal static partial class RekognitionServices
{
    public static void AddRekognition(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Bodies are bounded where they are read. Kestrel would hang up on a client that still sends, which then never reads why.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddOptions<RekognitionOptions>().BindConfiguration("Rekognition").ValidateOnStart();
        builder.Services
            .AddSingleton<IValidateOptions<RekognitionOptions>, RekognitionOptionsValidator>()
            .AddSingleton<IValidateOptions<RekognitionOptions>, ModelDirectoryValidator>()
            .AddSigV4Verifier("rekognition")
            .AddSingleton(LoadNetwork)
            .AddSingleton<InferenceQueue>()
            .AddSingleton<PictureSource>()
            .AddSingleton<PictureDecoder>()
            .AddSingleton<Throughput>()
            .AddSingleton<DetectLabelsOperation>()
            .AddSingleton<RekognitionEndpoint>();
    }

    /// <summary>Loads the network, before the process begins to listen: whoever sees it healthy can use it.</summary>
    public static void MapRekognition(this IEndpointRouteBuilder app) =>
        app.MapPost("/", app.ServiceProvider.GetRequiredService<RekognitionEndpoint>().HandleAsync);

    private static DetectionNetwork LoadNetwork(IServiceProvider services)
    {
        var start = Stopwatch.GetTimestamp();
        var directory = services.GetRequiredService<IOptions<RekognitionOptions>>().Value.ModelDirectory;
        var network = DetectionNetwork.Load(directory);
        NetworkLoaded(services.GetRequiredService<ILogger<DetectionNetwork>>(), directory, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return network;
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded the network of {Directory} in {Milliseconds:F0} ms")]
    private static partial void NetworkLoaded(ILogger log, string directory, double milliseconds);
}
