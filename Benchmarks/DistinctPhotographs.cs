using System.Buffers.Binary;
using Iris.Tests.Support;

namespace Iris.Benchmarks;

internal static class DistinctPhotographs
{
    /// <summary>The same picture in other bytes: a JPEG comment (marker FFFE) of a random number behind the start-of-image marker.</summary>
    public static byte[] Distinct(this Photograph photograph)
    {
        var jpeg = photograph.Bytes;
        Span<byte> comment = stackalloc byte[12];
        (comment[0], comment[1], comment[2], comment[3]) = (0xFF, 0xFE, 0, 10);
        BinaryPrimitives.WriteInt64BigEndian(comment[4..], Random.Shared.NextInt64());
        return [.. jpeg.AsSpan(0, 2), .. comment, .. jpeg.AsSpan(2)];
    }
}
