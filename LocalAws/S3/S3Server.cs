using LocalAws.S3.Bodies;
using LocalAws.S3.Destinations;
using LocalAws.S3.Routing;
using LocalAws.S3.Storage;
using LocalAws.S3.Telemetry;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace LocalAws.S3;

/// <summary>Puts the server together.</summary>
internal static class S3Server
{
    // What a connection may hold of a body that nobody has read yet: 200 uploads at once are then 12.5 MB, not 200.
    private const int ReadAheadBytes = 64 * 1024;

    // 20 bytes of framing a chunk of 8 KiB, and some to spare.
    private const long FramingBytes = RequestBody.MaxLength / 64;

    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults();
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.MaxReadBufferSize = ReadAheadBytes);
        AddS3(builder.Services);

        var app = builder.Build();
        app.UseThisMachineOnly();
        app.MapDefaultEndpoints("/_local");
        app.UseWhen(context => context.GetEndpoint() is null, UseS3);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MaxLength + FramingBytes;
        kestrel.Limits.MaxRequestBufferSize = ReadAheadBytes;
    }

    private static void AddS3(IServiceCollection services)
    {
        services.AddSigV4Verifier("s3").AddSigV4Signer();
        services.AddSingleton<IValidateOptions<S3Options>, S3OptionsValidation>();
        services.AddOptions<S3Options>().Configure<IConfiguration>(Read).ValidateOnStart();

        services.AddSingleton<Ledger>();
        services.AddSingleton<BucketStore>().AddSingleton<ObjectStore>();
        services.AddSingleton<RouteTable>().AddSingleton<OperationDispatcher>();

        services.AddSingleton<Outbox>().AddSingleton<EventComposer>().AddSingleton<S3Metrics>();
        services.AddHttpClient<LambdaDestination>(http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddHostedService<EventDelivery>();
    }

    private static void UseS3(IApplicationBuilder s3)
    {
        s3.UseMiddleware<RequestMiddleware>();
        s3.UseMiddleware<CorsMiddleware>();
        s3.UseMiddleware<SignatureMiddleware>();
        s3.Run(s3.ApplicationServices.GetRequiredService<OperationDispatcher>().Dispatch);
    }

    private static void Read(S3Options options, IConfiguration configuration)
    {
        options.DataDirectory = configuration["S3:DataDirectory"] ?? options.DataDirectory;
        options.Region = configuration["AWS_REGION"] ?? options.Region;
        options.LambdaEndpoint = Uri.TryCreate(configuration["AWS_ENDPOINT_URL_LAMBDA"], UriKind.Absolute, out var endpoint)
            && endpoint.Scheme is "http" or "https" ? endpoint : null;
    }
}
