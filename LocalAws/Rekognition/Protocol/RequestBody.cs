using System.Buffers;

namespace LocalAws.Rekognition.Protocol;

/// <summary>
/// The whole body of a request, in memory that is given back: a picture's base64 has megabytes, too much for the heap at every call.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>
    /// A picture of 15 MB in base64, and room around it: larger than any that is accepted, so that too large a picture is told so.
    /// </summary>
    public const int MaxBytes = 20 << 20;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <returns>Null when the body is larger than <see cref="MaxBytes"/>.</returns>
    public static async ValueTask<RequestBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var body = new RequestBody((int)(request.ContentLength ?? 0) + 1);

        while (body._length <= MaxBytes)
        {
            var read = await request.Body.ReadAsync(body.Free(), cancellationToken);

            if (read is 0)
            {
                return body;
            }

            body._length += read;
        }

        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
