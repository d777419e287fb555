using System.Buffers.Binary;
using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// JPEG (ITU-T T.81, annex B): markers, most of them with a segment of their own, and after SOS the data of a scan. It is read as libjpeg
/// reads it: what lies between two markers is passed over, and a length that cannot be is taken for the least possible.
/// </summary>
internal sealed class JpegSegments(byte[] file, Pieces kept)
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA;
    private const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, LastApp = 0xEF, Comment = 0xFE;

    private readonly JpegProfile _profile = new();
    private readonly JpegScans _scans = new();
    private ushort? _orientation;

    /// <summary>Whether the end was missing, and was added.</summary>
    public bool IsCompleted { get; private set; }

    public Rejection? Reduce()
    {
        for (var at = 0; at < file.Length;)
        {
            if (FindMarker(at) is not { } marker)
            {
                kept.Keep(at, file.Length);
                CompleteScans();
                return null;
            }

            if (SegmentLength(marker.Code) is not { } length)
            {
                kept.Keep(at, file.Length);
                return null;
            }

            kept.Keep(at, marker.Start);
            at = marker.Code + 1 + length;
            var code = file[marker.Code];
            var data = file.AsSpan(Math.Min(at, marker.Code + 3)..at);

            if (code == StartOfScan)
            {
                if (_scans.Count == 0)
                {
                    WriteMetadata();
                }

                if (_scans.Begin(data) is { } rejection)
                {
                    return rejection;
                }
            }

            if (IsShown(code, data))
            {
                kept.Keep(marker.Start, at);
            }

            if (code == EndOfImage)
            {
                // A second picture may follow: a preview, a depth map. It is none of ours.
                return null;
            }
        }

        return null;
    }

    // libjpeg misses the end when it has read all scans before it shows anything, and when it reads ahead of the last pixels. Whether the
    // last scan is whole is for the decoder to say.
    private void CompleteScans()
    {
        if (_scans.AreComplete)
        {
            kept.Add([0xFF, EndOfImage]);
            IsCompleted = true;
        }
    }

    private bool IsShown(byte code, ReadOnlySpan<byte> data)
    {
        switch (code)
        {
            case App1 when data.StartsWith("Exif\0\0"u8):
                _orientation ??= ExifOrientation.Read(data);
                return false;
            case App2:
                _profile.Add(data);
                return false;
            // These two say what the channels are.
            case App0:
                return data.StartsWith("JFIF\0"u8);
            case App14:
                return data.StartsWith("Adobe"u8);
            case (> App0 and <= LastApp) or Comment:
                return false;
            // SOFn: 0xC4, 0xC8 and 0xCC are others.
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                _scans.Frame(data);
                return true;
            default:
                return true;
        }
    }

    private void WriteMetadata()
    {
        if (_orientation is { } orientation)
        {
            byte[] exif = [.. "Exif\0\0"u8, .. ExifOrientation.Write(orientation)];
            kept.Add([0xFF, App1, 0, (byte)(exif.Length + 2), .. exif]);
        }

        kept.Add(_profile.Write());
    }

    // Any number of 0xFF, then the code; 0xFF 0 is a byte of a scan's data.
    private (int Start, int Code)? FindMarker(int at)
    {
        while (file.AsSpan(at).IndexOf((byte)0xFF) is >= 0 and var distance)
        {
            var start = at + distance;
            var length = file.AsSpan(start).IndexOfAnyExcept((byte)0xFF);
            if (length < 0)
            {
                break;
            }

            at = start + length + 1;
            if (file[at - 1] != 0)
            {
                return (start, at - 1);
            }
        }

        return null;
    }

    // Of what follows the code, in bytes; null when the file ends before.
    private int? SegmentLength(int code)
    {
        if (file[code] is 0x01 or (>= 0xD0 and <= EndOfImage))
        {
            return 0;
        }

        var left = file.Length - code - 1;
        return left >= 2 && Math.Max((ushort)2, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(code + 1))) is var length && length <= left
            ? length
            : null;
    }
}
