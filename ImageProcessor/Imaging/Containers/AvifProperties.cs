namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// The properties of the items of an AVIF (ISO/IEC 23008-12, section 9.3): "ipco" has them all, "ipma" says which item has which.
/// </summary>
internal static class AvifProperties
{
    /// <summary>Those of one type that the picture itself has.</summary>
    public static IEnumerable<Box> OfPrimaryItem(byte[] file, string type)
    {
        var meta = AvifItem.Meta(file);
        return Of(file, meta, AvifItem.Primary(file, meta), type);
    }

    /// <summary>Which items have which properties, counted from 1.</summary>
    public static void ReadAssociations(byte[] file, Box ipma, Action<uint, uint> found)
    {
        var reader = new BigEndianReader(file.AsSpan(ipma.Content..ipma.End));
        var head = reader.Next(4);
        var (idLength, indexLength) = (head >> 24 == 0 ? 2 : 4, (head & 1) == 0 ? 1 : 2);

        for (var items = reader.Next(4); items > 0 && !reader.IsAtEnd; items--)
        {
            var id = reader.Next(idLength);
            for (var left = reader.Next(1); left > 0; left--)
            {
                // The highest bit says that the property is essential.
                found(id, reader.Next(indexLength) & ((1u << ((8 * indexLength) - 1)) - 1));
            }
        }
    }

    private static List<Box> Of(byte[] file, Box[] meta, uint item, string type)
    {
        Box[] boxes = [.. meta.Where(box => box.Type == "iprp").Take(1).SelectMany(box => box.Children(file))];
        Box[] properties = [.. boxes.Where(box => box.Type == "ipco").Take(1).SelectMany(box => box.Children(file))];
        return [.. boxes
            .Where(box => box.Type == "ipma")
            .SelectMany(box => IndicesOf(file, box, item))
            .Where(index => index > 0 && index <= properties.Length && properties[index - 1].Type == type)
            .Select(index => properties[index - 1])];
    }

    private static List<uint> IndicesOf(byte[] file, Box ipma, uint item)
    {
        List<uint> indices = [];
        ReadAssociations(file, ipma, Keep);
        return indices;

        void Keep(uint id, uint index)
        {
            if (id == item)
            {
                indices.Add(index);
            }
        }
    }
}
