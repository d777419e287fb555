using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Objects;

/// <summary>Sends an object, or a range of it, piece by piece as fast as the client takes it.</summary>
internal sealed class ObjectResult(S3Request request, OpenObject open) : IResult
{
    private const int PieceLength = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (open)
        {
            var range = ObjectReply.WriteHead(request, open.Stored);
            await Send(httpContext, range, httpContext.RequestAborted);
        }
    }

    private async Task Send(HttpContext context, ByteRange range, CancellationToken cancellationToken)
    {
        var writer = context.Response.BodyWriter;
        var offset = range.Start;
        for (var left = range.Length; left > 0;)
        {
            var piece = writer.GetMemory(PieceLength);
            var read = await RandomAccess.ReadAsync(open.File, piece[..(int)Math.Min(piece.Length, left)], offset, cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException("A data file is shorter than its record says.");
            }

            writer.Advance(read);
            offset += read;
            left -= read;
            if ((await writer.FlushAsync(cancellationToken)).IsCompleted)
            {
                return;
            }
        }
    }
}
