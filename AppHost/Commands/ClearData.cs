namespace Iris.AppHost.Commands;

/// <summary>Deletes every image, through the API as a visitor would.</summary>
internal static class ClearData
{
    public static IResourceBuilder<ProjectResource> WithClearDataCommand(this IResourceBuilder<ProjectResource> builder, ReferenceExpression apiOrigin) =>
        builder.WithCommand(
            "clear-data",
            "Clear data",
            async context => CommandResults.Success($"{await DeleteAllAsync(apiOrigin, context.CancellationToken)} images deleted."),
            new CommandOptions
            {
                Description = "Delete every image with its originals, thumbnails and labels.",
                ConfirmationMessage = "This deletes every image for good. Are you sure?",
                IconName = "Delete",
            });

    private static async Task<int> DeleteAllAsync(ReferenceExpression apiOrigin, CancellationToken cancellationToken)
    {
        using var api = await Api.ConnectAsync(apiOrigin, cancellationToken);
        HashSet<string> deleted = [];
        while (await api.ListAsync(limit: 100, cancellationToken) is { Items.Count: > 0 } page)
        {
            foreach (var id in page.Items.Select(static image => image.Id))
            {
                await api.DeleteAsync(id, cancellationToken);
                if (!deleted.Add(id))
                {
                    throw new InvalidOperationException($"Image {id} is still listed after it was deleted.");
                }
            }
        }

        return deleted.Count;
    }
}
