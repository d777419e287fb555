using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Objects;

/// <summary>Sends an object, or a range of it, piece by piece as fast as the client takes it.</summary>
internal sealed class ObjectResult(S3Request request, OpenObject open) : IResult
{
    private const int FlushLength = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (open)
        {
            var range = ObjectReply.WriteHead(request, open.Stored);
            await Send(httpContext, range, httpContext.RequestAborted);
        }
    }

    // Read into the connection's own blocks, which are pooled, and flushed by the 64 KiB that Kestrel lets wait.
    private async Task Send(HttpContext context, ByteRange range, CancellationToken cancellationToken)
    {
        var writer = context.Response.BodyWriter;
        var offset = range.Start;
        var unflushed = 0;
        for (var end = range.Start + range.Length; offset < end;)
        {
            var block = writer.GetSpan();
            var read = RandomAccess.Read(open.File, block[..(int)Math.Min(block.Length, end - offset)], offset);
            if (read == 0)
            {
                throw new EndOfStreamException("A data file is shorter than its record says.");
            }

            writer.Advance(read);
            offset += read;
            unflushed += read;
            if (unflushed >= FlushLength || offset == end)
            {
                unflushed = 0;
                if ((await writer.FlushAsync(cancellationToken)).IsCompleted)
                {
                    return;
                }
            }
        }
    }
}
