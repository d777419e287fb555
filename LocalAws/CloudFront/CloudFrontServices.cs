using System.Diagnostics;
using System.IO.Compression;
using LocalAws.CloudFront.Headers;
using LocalAws.CloudFront.Origins;
using LocalAws.CloudFront.Site;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront;

internal static class CloudFrontServices
{
    // Uploads go to S3, past CloudFront: what remains are small JSON documents.
    private const int MaxRequestBodyBytes = 64 * 1024;

    public static void AddCloudFront(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CloudFrontOptions>().BindConfiguration(CloudFrontOptions.Section).Configure<IConfiguration>(ReadBucket)
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CloudFrontOptions>, CloudFrontOptionsValidation>();
        builder.AddAwsCredentials();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DistributedContextPropagator>(new ViewerTrace(DistributedContextPropagator.Current));
        builder.Services.AddSingleton<OriginAccessControl>();
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<Origin>();
        builder.Services.AddSingleton<ApiOrigin>();
        builder.Services.AddSingleton<ImagesOrigin>();
        builder.Services.AddSingleton<SiteOrigin>();
        builder.Services.AddSingleton<SiteFiles>();
        builder.Services.AddSingleton<NotFoundPage>();
        builder.Services.AddSingleton(SecurityHeadersSource.Read);
        builder.Services.AddResponseCompression(Compress);
        // The default is for speed, and its files are a quarter larger.
        builder.Services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Optimal);
        builder.Services.Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.Optimal);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
        });
    }

    private static void ReadBucket(CloudFrontOptions options, IConfiguration configuration)
    {
        options.BucketName = configuration["S3_BUCKET_NAME"] ?? options.BucketName;
        options.Region = configuration["AWS_REGION"] ?? options.Region;
        if (configuration["AWS_ENDPOINT_URL_S3"] is { Length: > 0 } s3)
        {
            options.ImagesOrigin ??= new Uri(s3, UriKind.RelativeOrAbsolute);
        }
    }

    // Brotli before gzip, and text only, as CloudFront compresses; pictures are compressed already.
    private static void Compress(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes =
        [
            "application/javascript", "application/json", "application/manifest+json", "application/xml",
            "image/svg+xml", "text/css", "text/html", "text/javascript", "text/plain", "text/xml",
        ];
    }
}
