using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Iris.Catalog;
using Iris.Catalog.Feed;
using Iris.Catalog.Outcomes;
using Iris.ImageApi.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Iris.ImageApi.Images;

internal static class ImageEndpoints
{
    private const int DefaultLimit = 30;
    private const int MaximumLabels = 5;
    private const string Me = "me";

    public static void MapImages(this IEndpointRouteBuilder api)
    {
        var images = api.MapGroup("/images").WithTags("Images");
        images.MapGet("/", ListImages).WithName(nameof(ListImages));
        images.MapGet("/{id:imageId}", GetImage).WithName(nameof(GetImage));
        images.MapDelete("/{id:imageId}", DeleteImage).WithName(nameof(DeleteImage));
        images.MapPost("/{id:imageId}/retry", RetryImage).WithName(nameof(RetryImage));

        // The same for whoever has signed in: an HTTP API tells who that is on routes that ask for a token, and reading asks nobody for one.
        var asMe = api.MapGroup("/me/images").WithTags("Images");
        asMe.MapGet("/", ListImages).WithName($"{nameof(ListImages)}AsMe");
        asMe.MapGet("/{id:imageId}", GetImage).WithName($"{nameof(GetImage)}AsMe");
    }

    /// <summary>List images, newest first.</summary>
    /// <param name="feed">The gallery.</param>
    /// <param name="http">The request.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">`nextCursor` of the page before.</param>
    /// <param name="label">Only images that show this; repeated: that show all of them.</param>
    /// <param name="owner">`me`: only images that the caller uploaded.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Ok<ImagePage>, InvalidRequest>> ListImages(
        ImageFeed feed,
        HttpContext http,
        [Range(1, ImageFeed.MaximumLimit), DefaultValue(DefaultLimit)] int? limit,
        string? cursor,
        [FromQuery] string[]? label,
        string? owner,
        CancellationToken cancellationToken)
    {
        var size = limit ?? DefaultLimit;
        var caller = Caller.Of(http);
        var filter = new FeedFilter { Labels = label ?? [], Owner = owner is null ? null : caller.Owner ?? Owner.Nobody };
        FeedCursor? after = FeedCursor.TryParse(cursor, filter, out var position) ? position : null;
        var errors = new Errors()
            .Check("limit", size is >= 1 and <= ImageFeed.MaximumLimit, $"Must be 1 to {ImageFeed.MaximumLimit}.")
            .Check("cursor", cursor is null || after is not null, "Is not a cursor that was given out for this list.")
            .Check(
                "label",
                filter.Labels.Count <= MaximumLabels && filter.Labels.All(LabelName.IsValid),
                $"Must be at most {MaximumLabels}, {LabelName.Rule}")
            .Check("owner", owner is null or Me, $"Must be {Me}: nobody else's images are listed by whose they are.");

        return errors.Any(out var invalid)
            ? invalid
            : TypedResults.Ok(ImagePage.From(await feed.ListAsync(filter, size, after, cancellationToken), filter, caller));
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

        var detail = ImageDetail.From(image, Caller.Of(http).Owner);
        return ImageTag.Matches(http, detail) ? new NotModified() : TypedResults.Ok(detail);
    }

    /// <summary>Delete an image of one's own with everything that belongs to it.</summary>
    /// <remarks>May be repeated: what is gone stays gone.</remarks>
    /// <param name="id">The id of the image.</param>
    /// <param name="deletion">The catalog's.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<NoContent, NotYours>> DeleteImage(
        ImageId id, ImageDeletion deletion, HttpContext http, CancellationToken cancellationToken) =>
        await deletion.DeleteOwnAsync(id, Caller.Of(http).Owner, cancellationToken) ? TypedResults.NoContent() : new NotYours(id);

    /// <summary>Process a failed image of one's own once more.</summary>
    /// <param name="id">The id of the image.</param>
    /// <param name="retry">The catalog's.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    internal static async Task<Results<Accepted<ImageDetail>, NotYours, ImageNotFound, NotRetryable>> RetryImage(
        ImageId id, ImageRetry retry, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http);
        return await retry.RetryOwnAsync(id, caller.Owner, cancellationToken) switch
        {
            RetryOutcome.Pending { Image: var image } => TypedResults.Accepted($"/api/images/{id}", ImageDetail.From(image, caller.Owner)),
            RetryOutcome.NotYours => new NotYours(id),
            RetryOutcome.NotFailed { Image.Status: var status } =>
                new NotRetryable($"It is {status.ToString().ToLowerInvariant()}, not failed."),
            RetryOutcome.WithoutOriginal => new NotRetryable("Its original is gone. Delete it, and upload it again."),
            _ => new ImageNotFound(id),
        };
    }
}
