using System.Globalization;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.ImageProcessor.Imaging;

namespace Iris.ImageProcessor.Steps;

/// <summary>Encodes the derivatives side by side; each is on its way to S3 as soon as it is encoded.</summary>
internal sealed class PutDerivatives(ImageObjects objects)
{
    /// <summary>Answers the derivatives, smallest first.</summary>
    public async Task<IReadOnlyList<Derivative>> RunAsync(ImageId id, DecodedImage image, CancellationToken cancellationToken)
    {
        // The largest takes as long as the others together, so it begins first.
        var largestFirst = Derivative.Edges.Reverse()
            .Select(edge => Task.Run(() => PutAsync(id, image, edge, cancellationToken), cancellationToken));
        return [.. (await Task.WhenAll(largestFirst)).Reverse()];
    }

    private async Task<Derivative> PutAsync(ImageId id, DecodedImage image, int edge, CancellationToken cancellationToken)
    {
        var encoded = Encode(image, edge);

        using var step = ProcessorTelemetry.Step(string.Create(CultureInfo.InvariantCulture, $"put {edge}"));
        await using var content = new MemoryStream(encoded.Bytes, writable: false);
        await objects.PutDerivativeAsync(id, edge, content, cancellationToken);
        return new Derivative(edge, encoded.Width, encoded.Height, encoded.Bytes.Length);
    }

    private static EncodedImage Encode(DecodedImage image, int edge)
    {
        using var step = ProcessorTelemetry.Step(string.Create(CultureInfo.InvariantCulture, $"encode {edge}"));
        return image.ToWebP(edge);
    }
}
