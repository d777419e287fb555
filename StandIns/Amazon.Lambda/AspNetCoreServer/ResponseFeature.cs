using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>Collects a response: Lambda takes it whole, so until it is complete an error handler may still replace it.</summary>
internal sealed class ResponseFeature : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly MemoryStream _body = new();
    private Stack<(Func<object, Task> Callback, object State)>? _onStarting;
    private Stack<(Func<object, Task> Callback, object State)>? _onCompleted;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public bool HasStarted { get; private set; }

    Stream IHttpResponseFeature.Body
    {
        get => _body;
        set => throw new NotSupportedException("Replace the body through IHttpResponseBodyFeature.");
    }

    public Stream Stream => _body;

    public PipeWriter Writer => field ??= PipeWriter.Create(_body, new StreamPipeWriterOptions(leaveOpen: true));

    public ReadOnlySpan<byte> Content => _body.GetBuffer().AsSpan(0, (int)_body.Length);

    public void OnStarting(Func<object, Task> callback, object state) => (_onStarting ??= new()).Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => (_onCompleted ??= new()).Push((callback, state));

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(_body, path, offset, count, cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
        {
            return;
        }

        while (_onStarting?.TryPop(out var starting) is true)
        {
            await starting.Callback(starting.State);
        }

        HasStarted = true;
    }

    public async Task CompleteAsync()
    {
        await StartAsync();
        await Writer.CompleteAsync();
    }

    public async Task CompletedAsync()
    {
        while (_onCompleted?.TryPop(out var completed) is true)
        {
            await completed.Callback(completed.State);
        }
    }

    /// <summary>Replaces whatever there is by a bare status, as Kestrel does for an exception that nobody handled.</summary>
    public void Fail(int statusCode)
    {
        HasStarted = true;
        StatusCode = statusCode;
        Headers = new HeaderDictionary();
        _body.SetLength(0);
    }

    public void Dispose() => _body.Dispose();
}
