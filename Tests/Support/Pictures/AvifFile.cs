using System.Buffers.Binary;
using System.Text;

namespace Iris.Tests.Support.Pictures;

/// <summary>The boxes of an AVIF whose primary item is a grid.</summary>
internal static class AvifFile
{
    /// <summary>Item 1 is a grid of item 2, over and over.</summary>
    public static byte[] Grid(int tiles, uint tileWidth, uint tileHeight, string tileType = "av01") =>
    [
        .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "avifmif1"u8]),
        .. FullBox("meta",
        [
            .. FullBox("hdlr", [0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
            .. FullBox("pitm", [0, 1]),
            .. FullBox("iinf", [0, 2, .. Item(1, "grid"), .. Item(2, tileType)]),
            .. FullBox("iref", Box("dimg", [0, 1, .. Short(tiles), .. Enumerable.Repeat((byte[])[0, 2], tiles).SelectMany(id => id)])),
            .. Box(
                "iprp",
                [.. Box("ipco", FullBox("ispe", [.. Long(tileWidth), .. Long(tileHeight)])), .. FullBox("ipma", [.. Long(1), 0, 2, 1, 1])]),
        ]),
    ];

    /// <summary>
    /// A grid that shows one picture, an AVIF of one item without metadata, in each of its fields: as so many items, for libheif refuses a
    /// grid that names one twice, but all with the same bytes. It refuses more than 256 items, too.
    /// </summary>
    public static byte[] GridOf(byte[] tile, int columns, int rows, int width, int height)
    {
        // The decoder's configuration is its box as it is; the coded data are what is in the last box of the file.
        var configuration = tile.AsSpan(tile.AsSpan().IndexOf("av1C"u8) - 4);
        var decoder = configuration[..BinaryPrimitives.ReadInt32BigEndian(configuration)].ToArray();
        var coded = tile[(tile.AsSpan().IndexOf("mdat"u8) + 4)..];
        byte[] grid = [0, 0, (byte)(rows - 1), (byte)(columns - 1), .. Short(columns * width), .. Short(rows * height)];
        var tiles = Enumerable.Range(2, columns * rows).ToArray();
        var head = Head(0);
        return [.. Head((uint)head.Length + 8), .. Box("mdat", [.. grid, .. coded])];

        byte[] Head(uint data) =>
        [
            .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0, .. "avifmif1miaf"u8]),
            .. FullBox("meta",
            [
                .. FullBox("hdlr", [0, 0, 0, 0, .. "pict"u8, .. new byte[13]]),
                .. FullBox("pitm", [0, 1]),
                // Offsets and lengths of four bytes; of each item one extent.
                .. FullBox("iloc",
                [
                    0x44, 0, .. Short(tiles.Length + 1),
                    0, 1, 0, 0, 0, 1, .. Long(data), .. Long((uint)grid.Length),
                    .. tiles.SelectMany(tile => (byte[])
                        [.. Short(tile), 0, 0, 0, 1, .. Long(data + (uint)grid.Length), .. Long((uint)coded.Length)]),
                ]),
                .. FullBox("iinf", [.. Short(tiles.Length + 1), .. Item(1, "grid"), .. tiles.SelectMany(tile => Item(tile, "av01"))]),
                .. FullBox("iref", Box("dimg", [0, 1, .. Short(tiles.Length), .. tiles.SelectMany(Short)])),
                .. Box("iprp",
                [
                    .. Box("ipco",
                    [
                        .. FullBox("ispe", [.. Long((uint)(columns * width)), .. Long((uint)(rows * height))]),
                        .. FullBox("ispe", [.. Long((uint)width), .. Long((uint)height)]),
                        .. decoder,
                        .. FullBox("pixi", [3, 8, 8, 8]),
                    ]),
                    .. FullBox("ipma",
                    [
                        .. Long((uint)tiles.Length + 1),
                        0, 1, 2, 1, 4,
                        .. tiles.SelectMany(tile => (byte[])[.. Short(tile), 3, 2, 0x83, 4]),
                    ]),
                ]),
            ]),
        ];
    }

    public static byte[] Box(string type, byte[] content) =>
        [.. Long((uint)content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Item(int id, string type) => FullBox("infe", [.. Short(id), 0, 0, .. Encoding.ASCII.GetBytes(type), 0], version: 2);

    private static byte[] FullBox(string type, byte[] content, byte version = 0) => Box(type, [version, 0, 0, 0, .. content]);

    private static byte[] Short(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Long(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
