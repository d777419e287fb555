namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>The frame of a JPEG (ITU-T T.81, B.2.2).</summary>
internal static class JpegFrame
{
    /// <summary>Bits a sample, of the first frame.</summary>
    /// <returns><see langword="null"/> when no frame is found before the first scan: the decoder says what is wrong.</returns>
    public static int? Precision(byte[] file)
    {
        // A marker, which fill bytes may precede, then a segment that begins with its length.
        for (var at = 2; at + 4 < file.Length && file[at] == 0xFF;)
        {
            switch (file[at + 1])
            {
                case 0xFF:
                    at++;
                    break;
                case 0xDA:
                    return null;
                // Start of a frame, of whichever process; among them stand the tables DHT, JPG and DAC.
                case >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC:
                    return file[at + 4];
                default:
                    at += 2 + ((file[at + 2] << 8) | file[at + 3]);
                    break;
            }
        }

        return null;
    }
}
