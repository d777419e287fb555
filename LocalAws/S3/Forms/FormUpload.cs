using System.Buffers;
using LocalAws.S3.Bodies;
using LocalAws.S3.Checksums;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Forms;

/// <summary>Receives the file of a form, within the lengths that the policy allows.</summary>
internal static class FormUpload
{
    private const int PieceLength = 64 * 1024;

    public static async Task<Outcome<ReceivedBody>> Receive(PostForm form, PostPolicy policy, StagedFile file, CancellationToken cancellationToken)
    {
        ChecksumAlgorithm[] promised = [.. ChecksumAlgorithm.All.Where(algorithm => form[algorithm.HeaderName] is not null)];
        using var digest = new PayloadDigest(promised);
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            while (await form.File.ReadAsync(piece, cancellationToken) is var read and > 0)
            {
                if (file.Length + read > policy.MaxLength)
                {
                    return S3Error.EntityTooLarge(policy.MaxLength);
                }

                file.Append(piece.AsSpan(0, read));
                digest.Append(piece.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        var digests = digest.Finish();
        return file.Length < policy.MinLength ? S3Error.EntityTooSmall(policy.MinLength)
            : promised.FirstOrDefault(algorithm => form[algorithm.HeaderName] != digests.Base64Of(algorithm)) is { } wrong ? S3Error.BadDigest(wrong.Name)
            : new ReceivedBody(digests.ETag, digests.ChecksumsOf(promised));
    }
}
