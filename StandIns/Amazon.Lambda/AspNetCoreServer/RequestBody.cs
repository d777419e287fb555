using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>A body that is here whole, and that holds to the size limit which the endpoint sets, as Kestrel's does.</summary>
internal sealed class RequestBody(byte[] bytes)
    : MemoryStream(bytes, writable: false), IHttpRequestBodyDetectionFeature, IHttpMaxRequestBodySizeFeature
{
    private bool _read;

    public bool CanHaveBody => Length > 0;

    public bool IsReadOnly => _read;

    public long? MaxRequestBodySize { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        EnsureAllowed();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        EnsureAllowed();
        return base.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        EnsureAllowed();
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        EnsureAllowed();
        return base.ReadAsync(buffer, cancellationToken);
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        EnsureAllowed();
        return base.CopyToAsync(destination, bufferSize, cancellationToken);
    }

    private void EnsureAllowed()
    {
        _read = true;
        if (Length > MaxRequestBodySize)
        {
            throw new BadHttpRequestException("The request body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
