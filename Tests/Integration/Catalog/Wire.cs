namespace Iris.Tests.Integration.Catalog;

/// <summary>What the process and its two stores talk over: counts requests, can end the process right after a
/// given write, and can lose the answer to one.</summary>
internal sealed class Wire
{
    private static readonly string[] s_reads = ["GetItem", "BatchGetItem", "Query", "Scan", "DescribeTable"];
    private int _requests;
    private int _writesLeft = int.MaxValue;
    private int _answersLeft = int.MaxValue;

    /// <summary>All requests so far.</summary>
    public int Requests => _requests;

    /// <summary>Whether <see cref="CutAfter"/> has come to pass.</summary>
    public bool IsCut => _writesLeft <= 0;

    /// <summary>After so many more writes nothing gets through any more.</summary>
    public void CutAfter(int writes) => _writesLeft = writes;

    public void Mend() => _writesLeft = int.MaxValue;

    /// <summary>Whether <see cref="LoseAnswerTo"/> has come to pass.</summary>
    public bool HasLostAnswer => _answersLeft <= 0;

    /// <summary>The answer to that write, counted from 1, is lost on its way, so that the SDK repeats the write.</summary>
    public void LoseAnswerTo(int write) => _answersLeft = write;

    /// <summary>A handler that passes requests on to one of the stores.</summary>
    public DelegatingHandler To(HttpMessageHandler store) => new Branch(this, store);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> send)
    {
        Interlocked.Increment(ref _requests);

        if (IsCut)
        {
            throw new ProcessEndedException();
        }

        if (!IsWrite(request))
        {
            return await send();
        }

        if (Interlocked.Decrement(ref _writesLeft) < 0)
        {
            throw new ProcessEndedException();
        }

        await (request.Content?.LoadIntoBufferAsync() ?? Task.CompletedTask);
        var response = await send();

        if (Interlocked.Decrement(ref _answersLeft) == 0)
        {
            response.Dispose();
            response = await send();
        }

        return IsCut ? throw new ProcessEndedException() : response;
    }

    private static bool IsWrite(HttpRequestMessage request) => request.Headers.TryGetValues("X-Amz-Target", out var target)
        ? !s_reads.Contains(target.Single().Split('.')[1])
        : request.Method != HttpMethod.Head && request.Method != HttpMethod.Get;

    private sealed class Branch(Wire wire, HttpMessageHandler store) : DelegatingHandler(store)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            wire.SendAsync(request, () => base.SendAsync(request, cancellationToken));
    }
}

/// <summary>Stands for SIGKILL: nothing after it happens.</summary>
internal sealed class ProcessEndedException : Exception;
