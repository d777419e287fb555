using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Iris.Client;
using Iris.Ops.Data;
using Iris.Seed;
using LocalAws.Shared;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost;

/// <summary>What a developer can do from the dashboard: as a visitor of the site, as an operator, or to Lambda.</summary>
internal static partial class Commands
{
    private const string Photographs = "../Tools/Seed/Photographs";

    /// <summary>Fills the gallery.</summary>
    public static IResourceBuilder<ProjectResource> WithSeedCommand(
        this IResourceBuilder<ProjectResource> cloudfront) => cloudfront.WithCommand(
        "seed",
        $"Seed {Collection.Count} photos",
        async context =>
            Tell(await SeedAsync(Path.GetFullPath(Photographs, cloudfront.ApplicationBuilder.AppHostDirectory), cloudfront.GetEndpoint("http"), context)),
        new CommandOptions
        {
            Description = "Upload photographs from npm packages (MIT licence, fetched now) and drawn landscapes; the log shows each.",
            IconName = "ImageAdd",
        });

    /// <summary>Deletes every image of the gallery.</summary>
    public static IResourceBuilder<ProjectResource> WithClearDataCommand(
        this IResourceBuilder<ProjectResource> cloudfront, IAws aws) => cloudfront.WithCommand(
        "clear-data",
        "Clear data",
        async context => CommandResults.Success($"{await DeleteAllAsync(aws, context.CancellationToken)} images deleted."),
        new CommandOptions
        {
            Description = "Delete every image of the gallery with its original, thumbnails and labels.",
            ConfirmationMessage = "This deletes every image of the gallery for good. Are you sure?",
            IconName = "Delete",
        });

    /// <summary>
    /// Announces an image and tells the processor of its arrival although no byte of it has arrived: every attempt fails, the image
    /// ends as failed, and its event as a dead letter.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithPoisonImageCommand(
        this IResourceBuilder<ProjectResource> lambda, EndpointReference site, ReferenceExpression bucketName) => lambda.WithCommand(
        "send-poison-image",
        "Send a poison image",
        async context =>
        {
            var id = await AnnounceAsync(site, context.CancellationToken);
            var bucket = await bucketName.GetValueAsync(context.CancellationToken);
            await NotifyAsync(lambda.GetEndpoint("http"), bucket!, id, context.CancellationToken);
            return CommandResults.Success($"Image {id} is on its way, and will fail three times.");
        },
        new CommandOptions
        {
            Description = "Send an image that cannot be processed, to see retries, the failed state and the dead letter.",
            IconName = "Warning",
        });

    /// <summary>Sends every event again that failed for good.</summary>
    public static IResourceBuilder<ProjectResource> WithRedriveCommand(
        this IResourceBuilder<ProjectResource> lambda) => lambda.WithCommand(
        "redrive",
        "Redrive dead letters",
        async context => CommandResults.Success(
            $"{await RedriveAsync(lambda.GetEndpoint("http"), context.CancellationToken)} events sent again."),
        new CommandOptions
        {
            Description = "Send every event again that failed for good.",
            IconName = "ArrowReset",
        });

    private static async Task<ImagesClient> ConnectAsync(EndpointReference site, CancellationToken cancellationToken) =>
        ImagesClient.Connect(new Uri($"{await site.GetValueAsync(cancellationToken)}/"));

    private static async Task<IReadOnlyList<SeededPicture>> SeedAsync(
        string folder, EndpointReference site, ExecuteCommandContext context)
    {
        using var images = await ConnectAsync(site, context.CancellationToken);
        context.Logger.Fetching();
        var pictures = await Collection.ReadAsync(folder, context.CancellationToken);
        var count = 0;
        return await new Seeder(images).SendAsync(
            pictures,
            picture => context.Logger.Seeded(++count, pictures.Count, picture.FileName, picture.WasKnown ? "already here" : picture.Status),
            context.CancellationToken);
    }

    private static ExecuteCommandResult Tell(IReadOnlyList<SeededPicture> pictures)
    {
        var known = pictures.Count(static picture => picture.WasKnown);
        string[] lost =
        [
            .. from picture in pictures
               where picture is { WasKnown: false, Status: not "ready" }
               select $"{picture.FileName} {picture.Status}",
        ];
        return lost is []
            ? CommandResults.Success($"{pictures.Count - known} pictures added, {known} already here.")
            : CommandResults.Failure($"{lost.Length} of {pictures.Count} pictures did not become ready: {string.Join(", ", lost)}");
    }

    // Not through the API, where everybody may delete what is their own and nothing else.
    private static async Task<long> DeleteAllAsync(IAws aws, CancellationToken cancellationToken)
    {
        await using var data = await aws.ConnectAsync(cancellationToken);
        var clearing = data.Get<CatalogClearing>();
        var contents = await clearing.CountAsync(cancellationToken);
        await clearing.ClearAsync(new Progress<long>(), cancellationToken);
        return contents.Images;
    }

    private static async Task<string> AnnounceAsync(EndpointReference site, CancellationToken cancellationToken)
    {
        using var images = await ConnectAsync(site, cancellationToken);
        var sha256 = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
        return (await images.AnnounceAsync(new UploadRequest("poison.jpg", "image/jpeg", 1024, sha256), cancellationToken)).Image.Id;
    }

    private static async Task NotifyAsync(EndpointReference lambda, string bucket, string id, CancellationToken cancellationToken)
    {
        using var client = LocalAccount.ConnectToLambda(new Uri(lambda.Url));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"2015-03-31/functions/{Functions.Processor}/invocations")
        {
            Headers = { { "X-Amz-Invocation-Type", "Event" } },
            Content = JsonContent.Create(new { Records = new[] { Record(bucket, id) } }),
        };
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<int> RedriveAsync(EndpointReference lambda, CancellationToken cancellationToken)
    {
        using var client = LocalAccount.ConnectToLambda(new Uri(lambda.Url));
        using var response = await client.PostAsync("_local/failures/redrive", content: null, cancellationToken);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("redriven").GetInt32();
    }

    private static object Record(string bucket, string id) => new
    {
        eventVersion = "2.1",
        eventSource = "aws:s3",
        eventTime = DateTime.UtcNow,
        eventName = "ObjectCreated:Put",
        s3 = new { bucket = new { name = bucket }, @object = new { key = $"uploads/{id}", size = 1024 } },
    };

    [LoggerMessage(1, LogLevel.Information, "Fetching the photographs")]
    private static partial void Fetching(this ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "{Number} of {Count}: {FileName}: {Status}")]
    private static partial void Seeded(this ILogger logger, int number, int count, string fileName, string status);
}
