using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// AVIF: boxes in boxes. Items are found by their place in the file, so that nothing is taken out: what a decoder need not see is called
/// "free", which is a box that is passed over.
/// </summary>
internal static class AvifBoxes
{
    private static readonly byte[] s_free = [.. "free"u8], s_avif = [.. "avif"u8], s_mif1 = [.. "mif1"u8];

    public static Rejection? Reduce(byte[] file, Pieces kept)
    {
        var items = new AvifItems(file);
        var at = 0;

        foreach (var (place, name) in Renamed(file, items))
        {
            kept.Keep(at, place);
            kept.Add(name);
            at = place + name.Length;
        }

        kept.Keep(at, file.Length);
        return items.Rejection;
    }

    private static IEnumerable<(int At, byte[] Name)> Renamed(byte[] file, AvifItems items)
    {
        // What has items is shown by its primary one, and is no sequence then.
        var hasItems = Box.In(file, 0, file.Length).Any(box => box.Type == "meta");
        var isFirst = true;

        foreach (var box in Box.In(file, 0, file.Length))
        {
            IEnumerable<(int, byte[])> renamed = box.Type switch
            {
                "ftyp" when hasItems => Brands(file, box),
                "moov" when hasItems => [(box.Start + 4, s_free)],
                "meta" when isFirst =>
                    box.Full.Children(file).SelectMany(child => Hidden(file, child, items)).Select(hidden => (hidden.Start + 4, s_free)),
                "meta" => [(box.Start + 4, s_free)],
                _ => [],
            };
            isFirst &= box.Type != "meta";

            foreach (var each in renamed)
            {
                yield return each;
            }
        }
    }

    // The major brand, a version, then those that the file is compatible with, four bytes each.
    private static IEnumerable<(int, byte[])> Brands(byte[] file, Box box)
    {
        for (var at = box.Content; at + 4 <= box.End; at += 4)
        {
            if (file.AsSpan(at, 4) is [(byte)'a', (byte)'v', (byte)'i', (byte)'s'])
            {
                yield return (at, s_avif);
            }
            else if (file.AsSpan(at, 4) is [(byte)'m', (byte)'s', (byte)'f', (byte)'1'])
            {
                yield return (at, s_mif1);
            }
        }
    }

    private static IEnumerable<Box> Hidden(byte[] file, Box box, AvifItems items)
    {
        items.Add(box);
        return box.Type switch
        {
            // What describes an item: EXIF, XMP, whatever else, and packed perhaps. The orientation of an AVIF is a property.
            "iref" => box.Full.Children(file).Where(reference => reference.Type == "cdsc"),
            "iprp" => box.Children(file)
                .Where(properties => properties.Type == "ipco")
                .SelectMany(properties => properties.Children(file))
                .Where(property => property.Type == "colr" && !IsAccepted(file.AsSpan(property.Content..property.End))),
            _ => [],
        };
    }

    // ISO/IEC 14496-12, 12.1.5: a kind of four letters, then for two of the kinds a profile.
    private static bool IsAccepted(ReadOnlySpan<byte> color) =>
        !(color.StartsWith("prof"u8) || color.StartsWith("rICC"u8)) || ColorProfile.IsAccepted(color[4..]);
}
