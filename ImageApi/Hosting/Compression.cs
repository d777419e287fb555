using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Iris.ImageApi.Hosting;

/// <summary>
/// A page of pictures has less than a third of its size by Brotli. The API does that itself, because CloudFront compresses only what it
/// may cache. Nothing in an answer is secret to its reader, so that its length gives nothing away.
/// </summary>
internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/problem+json"];
        })
        .Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.Fastest);
}
