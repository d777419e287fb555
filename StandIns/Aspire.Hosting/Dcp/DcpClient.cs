using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Aspire.Hosting.Dcp;

/// <summary>Speaks DCP's Kubernetes-style API.</summary>
internal sealed class DcpClient(HttpClient http) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_mergePatch = new("application/merge-patch+json");

    public async Task CreateAsync<T>(T value, CancellationToken cancellationToken) where T : IDcpObject
    {
        using var response = await http.PostAsJsonAsync($"{DcpApi.Root}/{T.Plural}", value, DcpJson.Options, cancellationToken);
        await EnsureSuccessAsync(response, $"create {T.Plural}/{value.Metadata.Name}", cancellationToken);
    }

    public async Task<T?> GetAsync<T>(string name, CancellationToken cancellationToken) where T : class, IDcpObject
    {
        using var response = await http.GetAsync($"{DcpApi.Root}/{T.Plural}/{name}", cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await EnsureSuccessAsync(response, $"read {T.Plural}/{name}", cancellationToken);
        return await response.Content.ReadFromJsonAsync<T>(DcpJson.Options, cancellationToken);
    }

    /// <summary>Asks a process to end: SIGTERM to its tree, and SIGKILL after some seconds.</summary>
    public async Task StopAsync(string name, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { spec = new { stop = true } }, s_mergePatch);
        using var response = await http.PatchAsync($"{DcpApi.Root}/{DcpExecutable.Plural}/{name}", content, cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await EnsureSuccessAsync(response, $"stop {name}", cancellationToken);
        }
    }

    public async Task DeleteAsync<T>(string name, CancellationToken cancellationToken) where T : IDcpObject
    {
        using var response = await http.DeleteAsync($"{DcpApi.Root}/{T.Plural}/{name}", cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            await EnsureSuccessAsync(response, $"delete {T.Plural}/{name}", cancellationToken);
        }
    }

    /// <summary>All objects of a kind, then their changes, until the server ends the watch.</summary>
    public async IAsyncEnumerable<DcpEvent<T>> WatchAsync<T>(TimeSpan duration, [EnumeratorCancellation] CancellationToken cancellationToken) where T : IDcpObject
    {
        await foreach (var line in ReadLinesAsync($"{DcpApi.Root}/{T.Plural}?watch=true&timeoutSeconds={duration.TotalSeconds:0}", cancellationToken))
        {
            if (JsonSerializer.Deserialize<DcpEvent<T>>(line, DcpJson.Options) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>The lines of a process's stdout, stderr or of DCP's own remarks (system), each behind its time.</summary>
    public IAsyncEnumerable<string> ReadLogAsync(string name, string source, bool follow, CancellationToken cancellationToken) =>
        ReadLinesAsync($"{DcpApi.Root}/{DcpExecutable.Plural}/{name}/log?source={source}&follow={(follow ? "true" : "false")}&timestamps=true", cancellationToken);

    /// <summary>Asks DCP to stop all processes and then itself.</summary>
    public async Task ShutdownAsync(CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { status = "Stopping", shutdownResourceCleanup = "Full" }, s_mergePatch);
        using var response = await http.PatchAsync("/admin/execution", content, cancellationToken);
        await EnsureSuccessAsync(response, "shut down", cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async IAsyncEnumerable<string> ReadLinesAsync(string url, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await EnsureSuccessAsync(response, url, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage response, string what, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"DCP refused to {what}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}", inner: null, response.StatusCode);
        }
    }
}
