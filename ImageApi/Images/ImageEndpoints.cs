using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Catalog.Outcomes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Images;

internal static class ImageEndpoints
{
    private const int DefaultLimit = 30;
    private const int MaximumLabels = 5;

    public static void MapImages(this IEndpointRouteBuilder api)
    {
        var images = api.MapGroup("/images").WithTags("Images");
        images.MapGet("/", ListImages).WithName(nameof(ListImages));
        images.MapGet("/{id:imageId}", GetImage).WithName(nameof(GetImage));
        images.MapDelete("/{id:imageId}", DeleteImage).WithName(nameof(DeleteImage));
        images.MapPost("/{id:imageId}/retry", RetryImage).WithName(nameof(RetryImage));
    }

    /// <summary>List images, newest first.</summary>
    /// <param name="feed">The gallery.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">`nextCursor` of the page before.</param>
    /// <param name="label">Only images that show this; repeated: that show all of them.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Ok<ImagePage>, InvalidRequest>> ListImages(
        ImageFeed feed,
        [Range(1, ImageFeed.MaximumLimit), DefaultValue(DefaultLimit)] int? limit,
        string? cursor,
        [FromQuery] string[]? label,
        CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var labels = label ?? [];
        FeedCursor? after = FeedCursor.TryParse(cursor, labels, out var position) ? position : null;
        var errors = new Errors()
            .Check("limit", size is >= 1 and <= ImageFeed.MaximumLimit, $"Must be 1 to {ImageFeed.MaximumLimit}.")
            .Check("cursor", cursor is null || after is not null, "Is not a cursor that was given out for this list.")
            .Check(
                "label",
                labels.Length <= MaximumLabels && labels.All(LabelName.IsValid),
                $"Must be at most {MaximumLabels}, {LabelName.Rule}");

        if (errors.Any(out var invalid))
        {
            return invalid;
        }

        var page = labels is []
            ? await feed.ListAsync(size, after, cancellationToken)
            : await feed.ListAsync(labels, size, after, cancellationToken);
        return TypedResults.Ok(ImagePage.From(page, labels));
    }

    /// <summary>Get an image as it is now.</summary>
    /// <remarks>Who waits for its end asks for `/images/{id}/outcome.json`: 404 until it is ready, rejected or failed, then this answer.</remarks>
    /// <param name="id">The id of the image.</param>
    /// <param name="images">The catalog.</param>
    /// <param name="http">The request and its answer.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Ok<ImageDetail>, NotModified, ImageNotFound>> GetImage(
        ImageId id, ImageCatalog images, HttpContext http, CancellationToken cancellationToken)
    {
        if (await images.FindAsync(id, cancellationToken) is not { } image)
        {
            return new ImageNotFound(id);
        }

        var detail = ImageDetail.From(image);
        return ImageTag.Matches(http, detail) ? new NotModified() : TypedResults.Ok(detail);
    }

    /// <summary>Delete an image with everything that belongs to it.</summary>
    /// <remarks>May be repeated: what is gone stays gone.</remarks>
    /// <param name="id">The id of the image.</param>
    /// <param name="deletion">The catalog's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<NoContent> DeleteImage(ImageId id, ImageDeletion deletion, CancellationToken cancellationToken)
    {
        await deletion.DeleteAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Process a failed image once more.</summary>
    /// <param name="id">The id of the image.</param>
    /// <param name="retry">The catalog's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Accepted<ImageDetail>, ImageNotFound, NotRetryable>> RetryImage(
        ImageId id, ImageRetry retry, CancellationToken cancellationToken) => await retry.RetryAsync(id, cancellationToken) switch
        {
            RetryOutcome.Pending { Image: var image } => TypedResults.Accepted($"/api/images/{id}", ImageDetail.From(image)),
            RetryOutcome.NotFailed { Image.Status: var status } =>
                new NotRetryable($"It is {status.ToString().ToLowerInvariant()}, not failed."),
            RetryOutcome.WithoutOriginal => new NotRetryable("Its original is gone. Delete it, and upload it again."),
            _ => new ImageNotFound(id),
        };
}
