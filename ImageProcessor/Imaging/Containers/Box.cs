using System.Buffers.Binary;
using System.Text;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>A box of ISO/IEC 14496-12, section 4.2: a length, a type of four letters, and content, which may be boxes.</summary>
/// <param name="Type">The four letters.</param>
/// <param name="Start">Where its length stands.</param>
/// <param name="Content">Where its content begins.</param>
/// <param name="End">Where the next box begins.</param>
internal readonly record struct Box(string Type, int Start, int Content, int End)
{
    private const int HeaderLength = 8, LongHeaderLength = 16, FullLength = 4;

    public int Length => End - Content;

    /// <summary>What follows the version and the flags of a "full" box.</summary>
    public Box Full => this with { Content = Math.Min(Content + FullLength, End) };

    /// <summary>The boxes in a part of a file, up to the first whose length cannot be.</summary>
    public static IEnumerable<Box> In(byte[] file, int start, int end)
    {
        for (var at = start; at + HeaderLength <= end;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            var header = HeaderLength;

            if (length == 1 && at + LongHeaderLength <= end)
            {
                length = BinaryPrimitives.ReadInt64BigEndian(file.AsSpan(at + HeaderLength));
                header = LongHeaderLength;
            }
            else if (length == 0)
            {
                length = end - at;
            }

            if (length < header || length > end - at)
            {
                yield break;
            }

            yield return new(Encoding.Latin1.GetString(file, at + 4, 4), at, at + header, at + (int)length);
            at += (int)length;
        }
    }

    public IEnumerable<Box> Children(byte[] file) => In(file, Content, End);
}
