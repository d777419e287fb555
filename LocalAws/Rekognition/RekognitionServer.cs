using System.Diagnostics;
using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Pictures;
using LocalAws.Rekognition.Protocol;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

/// <summary>Puts the server together.</summary>
internal static partial class RekognitionServer
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults();
        builder.AddAmazonS3();
        // Bodies are bounded where they are read. Kestrel would hang up on a client that still sends, which then never reads why.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddOptions<RekognitionOptions>().BindConfiguration("Rekognition").ValidateOnStart();
        AddDetection(builder.Services.AddSigV4Verifier("rekognition"));

        var app = builder.Build();
        app.UseThisMachineOnly();
        app.MapDefaultEndpoints("/_local");
        app.MapPost("/", static http => http.RequestServices.GetRequiredService<RekognitionEndpoint>().HandleAsync(http));
        return app;
    }

    private static void AddDetection(IServiceCollection services) => services
        .AddSingleton<IValidateOptions<RekognitionOptions>, RekognitionOptionsValidator>()
        .AddSingleton<IValidateOptions<RekognitionOptions>, ModelDirectoryValidator>()
        .AddSingleton(LoadNetwork)
        .AddHostedService<NetworkWarmUp>()
        .AddSingleton<InferenceQueue>()
        .AddSingleton<PictureSource>()
        .AddSingleton<PictureDecoder>()
        .AddSingleton<Throughput>()
        .AddSingleton<DetectLabelsOperation>()
        .AddSingleton<RekognitionEndpoint>();

    private static DetectionNetwork LoadNetwork(IServiceProvider services)
    {
        var start = Stopwatch.GetTimestamp();
        var directory = services.GetRequiredService<IOptions<RekognitionOptions>>().Value.ModelDirectory;
        var network = DetectionNetwork.Load(directory);
        // The weights were copied several times on their way into the session, and nothing else would collect 140 MB of garbage soon.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NetworkLoaded(services.GetRequiredService<ILogger<DetectionNetwork>>(), Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return network;
    }

    [LoggerMessage(1, LogLevel.Information, "Loaded the network in {Milliseconds:F0} ms")]
    private static partial void NetworkLoaded(ILogger log, double milliseconds);
}
