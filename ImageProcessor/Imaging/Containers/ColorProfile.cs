using System.Buffers.Binary;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// Which ICC profiles are applied. For the others sRGB is assumed, as a browser does with a profile that it cannot read.
/// </summary>
internal static class ColorProfile
{
    /// <summary>Bytes. Cameras and monitors have less than 10 kB, printing presses with their tables up to 1 MB.</summary>
    public const int MaxLength = 1024 * 1024;

    // ICC.1:2022, 7.2 and 7.3: a header, the number of tags, and twelve bytes a tag. lcms refuses more than a hundred.
    private const int HeaderLength = 128, TagLength = 12, MaxTags = 100;

    /// <summary>
    /// A profile may hold a program beside its tables, the multiProcessElements of D2Bx and B2Dx: a thousand stages in a hundred bytes,
    /// each of them evaluated for each point of a grid. They are optional, and what uses them has no place on the web.
    /// </summary>
    public static bool IsAccepted(ReadOnlySpan<byte> profile)
    {
        if (profile.Length is < HeaderLength + 4 or > MaxLength)
        {
            return false;
        }

        var tags = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        if (tags > MaxTags || HeaderLength + 4 + (tags * TagLength) > profile.Length)
        {
            return false;
        }

        for (var tag = 0; tag < tags; tag++)
        {
            var signature = profile.Slice(HeaderLength + 4 + (tag * TagLength), 3);
            if (signature.SequenceEqual("D2B"u8) || signature.SequenceEqual("B2D"u8))
            {
                return false;
            }
        }

        return true;
    }
}
