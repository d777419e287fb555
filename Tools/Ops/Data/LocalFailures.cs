using System.Net.Http.Json;
using System.Text.Json;
using LocalAws.Shared;

namespace Iris.Ops.Data;

/// <summary>The failed events of this machine, where Lambda itself keeps them and sends them again.</summary>
internal static class LocalFailures
{
    public static async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        using var lambda = Connect();
        return (await lambda.GetFromJsonAsync<JsonElement>("_local/failures", cancellationToken)).GetArrayLength();
    }

    public static async Task<int> RedriveAsync(CancellationToken cancellationToken)
    {
        using var lambda = Connect();
        using var answer = await lambda.PostAsync("_local/failures/redrive", content: null, cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("redriven")
            .GetInt32();
    }

    private static HttpClient Connect() => LocalAccount.ConnectToLambda(LocalAddresses.Lambda);
}
