using System.Text.Json;
using System.Text.Json.Serialization;
using Iris.Catalog.Objects;
using Iris.Catalog.Table;

namespace Iris.Catalog.Outcomes;

/// <summary>
/// The end of an image as an object, <c>images/{id}/outcome.json</c>, so that whoever waits for it asks the distribution and keeps nobody
/// busy (decision 18). The row is what counts: it is final before the object is there, and the object is gone before the row is final no more.
/// </summary>
internal sealed class ImageOutcomes(ImageTable images, ImageObjects objects)
{
    /// <summary>Writes the outcome of an image that is final by now; the same one may be written again.</summary>
    public async Task PublishAsync(Image final, CancellationToken cancellationToken)
    {
        var detail = JsonSerializer.SerializeToUtf8Bytes(ImageDetail.From(final), OutcomeJson.Default.ImageDetail);
        await objects.PutOutcomeAsync(final.Id, detail, cancellationToken);

        // A deletion or a retry that came in between has removed the outcome before it was written.
        if (await images.FindAsync(final.Id, cancellationToken) is not { } stored || !IsStill(stored, final))
        {
            await WithdrawAsync(final.Id, cancellationToken);
        }
    }

    /// <summary>Removes the outcome of an image that will be final no more.</summary>
    public Task WithdrawAsync(ImageId id, CancellationToken cancellationToken) => objects.DeleteOutcomeAsync(id, cancellationToken);

    private static bool IsStill(StoredImage stored, Image final) =>
        !stored.IsDeleting && (stored.Image.Status, stored.Image.ProcessedAt, stored.Image.CreatedAt) == (final.Status, final.ProcessedAt, final.CreatedAt);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImageDetail))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
