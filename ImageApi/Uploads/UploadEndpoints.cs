using System.Diagnostics;
using Iris.Catalog;
using Iris.Catalog.Budget;
using Iris.Catalog.Objects;
using Iris.ImageApi.Callers;
using Iris.ImageApi.Images;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iris.ImageApi.Uploads;

internal static class UploadEndpoints
{
    public static void MapUploads(this IEndpointRouteBuilder api) =>
        api.MapGroup("/uploads").WithTags("Uploads").MapPost("/", CreateUpload).WithName(nameof(CreateUpload));

    /// <summary>Announce a file and learn how to upload it.</summary>
    /// <remarks>
    /// The same bytes are the same image: when they are already here the answer is 200, and there is nothing to upload. While they are
    /// awaited everybody who has them gets a ticket, but name, type and owner remain those of the first announcement as long as its ticket
    /// lives. A browser that is not signed in gets a cookie, by which it is known as the owner from then on.
    /// </remarks>
    /// <response code="200">These bytes are already here.</response>
    /// <response code="201">Send the file as `upload` says, within five minutes.</response>
    internal static async Task<
        Results<Created<UploadAnswer>, Ok<UploadAnswer>, Results<InvalidRequest, FileTooLarge, UnsupportedMediaType>, IdTaken, DayIsSpent>> CreateUpload(
        UploadRequest request,
        ImageCatalog images,
        ImageObjects objects,
        UploadUrl url,
        DayBudget budget,
        Announcements announcements,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (RefusalOf(request) is { } refusal)
        {
            return refusal;
        }

        var owner = Caller.OwnerOfUpload(http);
        var announcement = request.ToAnnouncement(owner, Activity.Current?.Id);

        // What is known already, be it only its name, costs nothing.
        if (await images.FindAsync(announcement.Id, cancellationToken) is null)
        {
            switch (await budget.TakeAsync(owner.ToString(), cancellationToken))
            {
                case BudgetOutcome.Spent spent:
                    return new DayIsSpent(spent, clock.GetUtcNow());

                case BudgetOutcome.Taken { PercentSpent: var percent }:
                    announcements.Added(announcement.Id, percent);
                    break;
            }
        }

        var (image, awaitsBytes, mayHaveBytes) = await images.AnnounceAsync(announcement, cancellationToken);

        if (image.Sha256 != announcement.Sha256)
        {
            return new IdTaken(image.Id);
        }

        var answer = new UploadAnswer(ImageSummary.From(image, new Caller(owner)));

        // The bytes may have come although nobody was told so: then what is missing is the event, not another upload.
        if (!awaitsBytes || (mayHaveBytes && await objects.EmitAgainAsync(image, cancellationToken)))
        {
            return TypedResults.Ok(answer);
        }

        return TypedResults.Created($"/api/images/{image.Id}", answer with { Upload = await url.SignAsync(announcement) });
    }

    private static Results<InvalidRequest, FileTooLarge, UnsupportedMediaType>? RefusalOf(UploadRequest request)
    {
        if (request.Validate().Any(out var invalid))
        {
            return invalid;
        }

        if (request.Size > Image.MaximumSize)
        {
            return new FileTooLarge(request.Size.Value, Image.MaximumSize);
        }

        if (MediaType.Find(request.ContentType) is null)
        {
            return new UnsupportedMediaType($"Accepted are {string.Join(", ", MediaType.Accepted)}.");
        }

        return null;
    }
}

/// <summary>Tells the operator how much of a day is spent: an alarm reads it from the log.</summary>
internal sealed partial class Announcements(ILogger<Announcements> logger)
{
    [LoggerMessage(1, LogLevel.Information, "Image {ImageId} is new; {PercentSpent} % of the day's are announced")]
    public partial void Added(ImageId imageId, int percentSpent);
}

/// <summary>The image and, as long as its bytes are missing, how to upload them.</summary>
internal sealed record UploadAnswer(ImageSummary Image, Upload? Upload = null);
