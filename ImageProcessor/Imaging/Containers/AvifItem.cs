namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// The items of an AVIF that are looked at before it is decoded (ISO/IEC 14496-12, section 8.11): the picture and its alpha.
/// </summary>
internal static class AvifItem
{
    /// <summary>The boxes that describe the items.</summary>
    public static Box[] Meta(byte[] file) =>
        [.. Box.In(file, 0, file.Length).Where(box => box.Type == "meta").Take(1).SelectMany(box => box.Full.Children(file))];

    /// <summary>The number of the picture that is shown; 0 when there is none.</summary>
    public static uint Primary(byte[] file, Box[] meta)
    {
        var reader = Reader(file, meta, "pitm");
        return reader.Next(4) >> 24 == 0 ? reader.Next(2) : reader.Next(4);
    }

    /// <summary>
    /// The number of the first item that is auxiliary to another, which is its alpha or, seldom, its depth; 0 when there is none.
    /// </summary>
    public static uint AuxiliaryOf(byte[] file, Box[] meta, uint item)
    {
        foreach (var box in meta.Where(box => box.Type == "iref").Take(1))
        {
            var idLength = file.Length > box.Content && file[box.Content] != 0 ? 4 : 2;

            foreach (var reference in box.Full.Children(file).Where(reference => reference.Type == "auxl"))
            {
                var reader = new BigEndianReader(file.AsSpan(reference.Content..reference.End));
                var from = reader.Next(idLength);

                for (var left = reader.Next(2); left > 0 && !reader.IsAtEnd; left--)
                {
                    if (reader.Next(idLength) == item)
                    {
                        return from;
                    }
                }
            }
        }

        return 0;
    }

    /// <summary>What is stored of an item in its first extent; nothing when that is not in the file itself.</summary>
    public static ReadOnlySpan<byte> Data(byte[] file, Box[] meta, uint item)
    {
        var reader = Reader(file, meta, "iloc");
        var version = reader.Next(4) >> 24;
        var sizes = reader.Next(2);
        var (offset, length, baseOffset, index) = (
            (int)(sizes >> 12), (int)(sizes >> 8) & 15, (int)(sizes >> 4) & 15, version == 0 ? 0 : (int)sizes & 15);
        var idLength = version < 2 ? 2 : 4;

        for (var items = reader.Next(idLength); items > 0 && !reader.IsAtEnd; items--)
        {
            var id = reader.Next(idLength);
            var method = version == 0 ? 0 : reader.Next(2) & 15;
            reader.Next(2);
            var start = (long)reader.Next(baseOffset);

            for (var extents = reader.Next(2); extents > 0 && !reader.IsAtEnd; extents--)
            {
                reader.Next(index);
                var (from, count) = (start + reader.Next(offset), reader.Next(length));

                if (id == item)
                {
                    return method == 0 && from <= file.Length ? file.AsSpan((int)from, (int)Math.Min(count, file.Length - from)) : [];
                }
            }
        }

        return [];
    }

    private static BigEndianReader Reader(byte[] file, Box[] meta, string type) =>
        Array.Find(meta, box => box.Type == type) is { Type: not null } box ? new(file.AsSpan(box.Content..box.End)) : default;
}
