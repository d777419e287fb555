using System.Net.Mime;
using System.Security.Cryptography;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.ImageProcessor.Imaging;
using Polly.Registry;

namespace Iris.ImageProcessor.Steps;

/// <summary>Reads the original into memory, but never more than one byte beyond the limit: that byte is enough to refuse it.</summary>
internal sealed class FetchOriginal(ImageObjects objects, ImagingLimits limits, ResiliencePipelineProvider<string> resilience)
{
    public async Task<Fetched> RunAsync(ImageId id, CancellationToken cancellationToken)
    {
        using var step = ProcessorTelemetry.Step("fetch");
        return await resilience.GetPipeline(Resilience.Download).ExecuteAsync(async token => await ReadAsync(id, token), cancellationToken);
    }

    private async Task<Fetched> ReadAsync(ImageId id, CancellationToken cancellationToken)
    {
        // S3 reads its own writes: an original that is not there was deleted, and the row with it.
        await using var original = await objects.OpenOriginalAsync(id, cancellationToken)
            ?? throw new FileNotFoundException($"The original of {id} is gone.");

        var bytes = new byte[Math.Min(original.Size, limits.MaxBytes + 1L)];
        await original.Content.ReadExactlyAsync(bytes, cancellationToken);
        return new Fetched(bytes, Describe(bytes, original.Size));
    }

    private static OriginalFile Describe(byte[] bytes, long size) => new(
        FileType.Sniff(bytes)?.Format is { } format ? $"image/{format.ToString().ToLowerInvariant()}" : MediaTypeNames.Application.Octet,
        size,
        bytes.Length == size ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null);
}

/// <summary>As many of an original's bytes as are looked at, and what they are.</summary>
internal sealed record Fetched(byte[] Bytes, OriginalFile File)
{
    /// <summary>
    /// Whether the image is named after other bytes. S3 holds what comes by a ticket against its hash; what an operator copies it does not.
    /// </summary>
    public bool IsAnother(ImageId id) => File.Sha256 is { } sha256 && ImageId.FromSha256(Convert.FromHexString(sha256)) != id;
}
