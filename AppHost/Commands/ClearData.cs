using System.Net.Http.Json;
using System.Text.Json;

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
        while (await NextPageAsync(api, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var id in page)
            {
                using var response = await api.DeleteAsync($"api/images/{id}", cancellationToken);
                response.EnsureSuccessStatusCode();
                if (!deleted.Add(id))
                {
                    throw new InvalidOperationException($"Image {id} is still listed after it was deleted.");
                }
            }
        }

        return deleted.Count;
    }

    private static async Task<IReadOnlyList<string>> NextPageAsync(HttpClient api, CancellationToken cancellationToken)
    {
        var page = await api.GetFromJsonAsync<JsonElement>("api/images?limit=100", cancellationToken);
        return [.. page.GetProperty("items").EnumerateArray().Select(static image => image.GetProperty("id").GetString()!)];
    }
}
