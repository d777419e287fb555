using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.ImageProcessor.Imaging;
using Polly.Registry;

namespace Iris.ImageProcessor.Steps;

/// <summary>Reads the original into memory, but never more than one byte beyond the limit: that byte is enough to refuse it.</summary>
internal sealed class FetchOriginal(ImageObjects objects, ImagingLimits limits, ResiliencePipelineProvider<string> resilience)
{
    public async Task<byte[]> RunAsync(ImageId id, CancellationToken cancellationToken)
    {
        using var step = ProcessorTelemetry.Step("fetch");
        return await resilience.GetPipeline(Resilience.Download).ExecuteAsync(async token => await ReadAsync(id, token), cancellationToken);
    }

    private async Task<byte[]> ReadAsync(ImageId id, CancellationToken cancellationToken)
    {
        // S3 reads its own writes: an original that is not there was deleted, and the row with it.
        await using var original = await objects.OpenOriginalAsync(id, cancellationToken)
            ?? throw new FileNotFoundException($"The original of {id} is gone.");

        var bytes = new byte[Math.Min(original.Size, limits.MaxBytes + 1L)];
        await original.Content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
