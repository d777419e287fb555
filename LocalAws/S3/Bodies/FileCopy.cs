using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace LocalAws.S3.Bodies;

/// <summary>Reads a stretch of a file in pieces.</summary>
internal static class FileCopy
{
    private const int PieceLength = 128 * 1024;

    public static async Task Read(
        SafeFileHandle file, long offset, long length, PayloadWriter destination, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            for (var end = offset + length; offset < end;)
            {
                var read = await RandomAccess.ReadAsync(
                    file, piece.AsMemory(0, (int)Math.Min(piece.Length, end - offset)), offset, cancellationToken);
                if (read == 0)
                {
                    throw new EndOfStreamException("A data file is shorter than its record says.");
                }

                destination(piece.AsSpan(0, read));
                offset += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
