using System.Diagnostics;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

/// <summary>ImageApi in a process of its own, over a table that is filled before.</summary>
internal sealed class GalleryServer : IAsyncDisposable
{
    private readonly Dynalite _dynalite = new();
    private readonly HttpClient _http = new();

    private LocalStack? _stack;
    private ServerProcess? _api;

    public Uri Api => _http.BaseAddress!;

    public IReadOnlyDictionary<string, string> Settings => _stack!.Settings;

    public static async Task<GalleryServer> StartAsync(Func<LocalStack, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var server = new GalleryServer();

        try
        {
            await server.FillAndServeAsync(fill, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<TimeSpan> ReadPageAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync("/api/images?limit=30", cancellationToken);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();

        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }

        await _dynalite.DisposeAsync();
    }

    private async Task FillAndServeAsync(Func<LocalStack, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        await _dynalite.InitializeAsync();
        _stack = await LocalStack.StartAsync(_dynalite, cancellationToken);
        await fill(_stack, cancellationToken);

        _http.BaseAddress = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        _api = ServerProcess.Start(
            Repository.Root,
            "dotnet",
            [ServerProcess.AssemblyOf("ImageApi")],
            new Dictionary<string, string>(_stack.Settings) { ["ASPNETCORE_URLS"] = _http.BaseAddress.ToString() });
        await _api.AnswersAsync(new Uri(_http.BaseAddress, "/health"), cancellationToken);
    }
}
