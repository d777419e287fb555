using System.Net.Http.Json;
using System.Text.Json;

namespace Iris.AppHost.Commands;

/// <summary>Sends every event again that failed for good.</summary>
internal static class Redrive
{
    public static IResourceBuilder<ProjectResource> WithRedriveCommand(this IResourceBuilder<ProjectResource> lambda) =>
        lambda.WithHttpCommand(
            "/_local/failures/redrive",
            "Redrive dead letters",
            commandName: "redrive",
            commandOptions: new HttpCommandOptions
            {
                Description = "Send every event again that failed for good.",
                IconName = "ArrowReset",
                GetCommandResult = static async context =>
                {
                    context.Response.EnsureSuccessStatusCode();
                    var answer = await context.Response.Content.ReadFromJsonAsync<JsonElement>(context.CancellationToken);
                    return CommandResults.Success($"{answer.GetProperty("redriven")} events sent again.");
                },
            });
}
