using Iris.Seed;
using Microsoft.Extensions.Logging;

namespace Iris.AppHost.Commands;

/// <summary>Fills the gallery, through the API as a visitor would.</summary>
internal static partial class SeedPhotos
{
    private const string Photographs = "../Tools/Seed/Photographs";

    public static IResourceBuilder<ProjectResource> WithSeedCommand(this IResourceBuilder<ProjectResource> builder, ReferenceExpression apiOrigin) =>
        builder.WithCommand(
            "seed",
            $"Seed {Collection.Count} photos",
            async context => Tell(await SeedAsync(Path.GetFullPath(Photographs, builder.ApplicationBuilder.AppHostDirectory), apiOrigin, context)),
            new CommandOptions
            {
                Description = "Upload photographs from npm packages (MIT licence, fetched now) and drawn landscapes; the log shows each.",
                IconName = "ImageAdd",
            });

    private static async Task<IReadOnlyList<SeededPicture>> SeedAsync(string folder, ReferenceExpression apiOrigin, ExecuteCommandContext context)
    {
        using var api = await Api.ConnectAsync(apiOrigin, context.CancellationToken);
        context.Logger.Fetching();
        var pictures = await Collection.ReadAsync(folder, context.CancellationToken);
        var count = 0;
        return await new Seeder(api).SendAsync(
            pictures,
            picture => context.Logger.Seeded(++count, pictures.Count, picture.FileName, picture.WasKnown ? "already here" : picture.Status),
            context.CancellationToken);
    }

    private static ExecuteCommandResult Tell(IReadOnlyList<SeededPicture> pictures)
    {
        var known = pictures.Count(static picture => picture.WasKnown);
        SeededPicture[] lost = [.. pictures.Where(static picture => picture is { WasKnown: false, Status: not "ready" })];
        return lost is []
            ? CommandResults.Success($"{pictures.Count - known} pictures added, {known} already here.")
            : CommandResults.Failure($"{lost.Length} of {pictures.Count} pictures did not become ready: {string.Join(", ", lost.Select(static picture => $"{picture.FileName} {picture.Status}"))}");
    }

    [LoggerMessage(1, LogLevel.Information, "Fetching the photographs")]
    private static partial void Fetching(this ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "{Number} of {Count}: {FileName}: {Status}")]
    private static partial void Seeded(this ILogger logger, int number, int count, string fileName, string status);
}
