using System.Buffers.Binary;

namespace Iris.Tests.Support;

/// <summary>The same picture in other bytes, by JPEG comments (marker FFFE) behind the start-of-image marker.</summary>
public static class DistinctPhotographs
{
    private const int StartOfImage = 2, CommentHeader = 4, MaxComment = 65_533;

    /// <summary>With a comment of a random number.</summary>
    public static byte[] Distinct(this Photograph photograph) => photograph.With(Comment(sizeof(long)));

    /// <summary>With random comments up to this size of the file, or a few bytes less where no comment fits any more.</summary>
    public static byte[] Distinct(this Photograph photograph, int size)
    {
        var missing = size - photograph.Bytes.Length;
        List<byte> comments = [];

        while (missing - comments.Count > CommentHeader)
        {
            comments.AddRange(Comment(Math.Min(missing - comments.Count - CommentHeader, MaxComment)));
        }

        return photograph.With(comments);
    }

    private static byte[] With(this Photograph photograph, IEnumerable<byte> comments) =>
        [.. photograph.Bytes.AsSpan(0, StartOfImage), .. comments, .. photograph.Bytes.AsSpan(StartOfImage)];

    private static byte[] Comment(int length)
    {
        var comment = new byte[CommentHeader + length];
        (comment[0], comment[1]) = (0xFF, 0xFE);
        BinaryPrimitives.WriteUInt16BigEndian(comment.AsSpan(2), (ushort)(length + 2));
        Random.Shared.NextBytes(comment.AsSpan(CommentHeader));
        return comment;
    }
}
