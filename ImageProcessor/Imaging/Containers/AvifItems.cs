using System.Text;
using Iris.Catalog;

namespace Iris.ImageProcessor.Imaging.Containers;

/// <summary>
/// What there is to decode for the primary item of an AVIF (ISO/IEC 23008-12, section 6): a coded picture or a grid of them, and the alpha
/// of each. A grid may name one tile ten thousand times, a tile may be larger than what is shown of it, and what is derived may derive from
/// what is.
/// </summary>
internal sealed class AvifItems(byte[] file)
{
    // Tiles of 512 x 512, as cameras write them, are 200 in 50 megapixels. A decoder is set up for each, and libheif takes no more items.
    private const int MaxItems = 256;

    // Of all that is decoded: 50 megapixels and their alpha, and what the tiles have beyond the edge.
    private const long MaxPixels = 150_000_000;

    private static readonly Rejection s_tooManyTiles = new(
        RejectionCode.TooComplex,
        "The picture is put together from far more tiles than a photograph has. Save it again as an ordinary AVIF.");

    private static readonly Cost s_tooMuch = new(MaxItems + 1, 0);

    private readonly Dictionary<uint, string> _types = [];
    private readonly Dictionary<uint, List<uint>> _parts = [], _auxiliaries = [];
    private readonly Dictionary<uint, long> _pixels = [];
    private uint _primary;

    public Rejection? Rejection => CostOf(_primary) is { Items: <= MaxItems, Pixels: <= MaxPixels } ? null : s_tooManyTiles;

    /// <summary>Takes in one of the boxes that describe the items.</summary>
    public void Add(Box box)
    {
        var reader = new BigEndianReader(file.AsSpan(box.Content..box.End));

        switch (box.Type)
        {
            case "pitm":
                _primary = reader.Next(4) >> 24 == 0 ? reader.Next(2) : reader.Next(4);
                break;
            case "iinf":
                var count = reader.Next(4) >> 24 == 0 ? 2 : 4;
                AddTypes(Box.In(file, box.Full.Content + count, box.End));
                break;
            case "iref":
                AddReferences(box.Full.Children(file), reader.Next(4) >> 24 == 0 ? 2 : 4);
                break;
            case "iprp":
                AddSizes([.. box.Children(file)]);
                break;
        }
    }

    private void AddTypes(IEnumerable<Box> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Type == "infe"))
        {
            var reader = new BigEndianReader(file.AsSpan(entry.Content..entry.End));
            var id = reader.Next(4) >> 24 == 3 ? reader.Next(4) : reader.Next(2);
            reader.Next(2);
            var type = reader.Next(4);
            // Two entries for one item: whichever the decoder takes, it is not for us to guess.
            _types[id] = _types.ContainsKey(id)
                ? "?"
                : Encoding.Latin1.GetString([(byte)(type >> 24), (byte)(type >> 16), (byte)(type >> 8), (byte)type]);
        }
    }

    private void AddReferences(IEnumerable<Box> references, int idLength)
    {
        foreach (var reference in references.Where(reference => reference.Type is "dimg" or "auxl"))
        {
            var reader = new BigEndianReader(file.AsSpan(reference.Content..reference.End));
            var from = reader.Next(idLength);

            for (var left = reader.Next(2); left > 0 && !reader.IsAtEnd; left--)
            {
                var to = reader.Next(idLength);
                var (map, key, value) = reference.Type == "dimg" ? (_parts, from, to) : (_auxiliaries, to, from);
                map.TryAdd(key, []);
                map[key].Add(value);
            }
        }
    }

    // Of the properties that are sizes (ispe), and of which item has which (ipma).
    private void AddSizes(Box[] boxes)
    {
        Box[] properties = [.. boxes.Where(box => box.Type == "ipco").Take(1).SelectMany(box => box.Children(file))];

        foreach (var associations in boxes.Where(box => box.Type == "ipma"))
        {
            AvifProperties.ReadAssociations(file, associations, (id, index) =>
            {
                var pixels = index > 0 && index <= properties.Length ? PixelsOf(properties[index - 1]) : 0;
                _pixels[id] = Math.Max(_pixels.GetValueOrDefault(id), pixels);
            });
        }
    }

    private long PixelsOf(Box property)
    {
        var size = new BigEndianReader(file.AsSpan(property.Full.Content..property.End));
        return property.Type == "ispe" ? (long)size.Next(4) * Math.Min(size.Next(4), int.MaxValue) : 0;
    }

    private Cost CostOf(uint id) => Sum(WithAuxiliaries(id), item => _types.GetValueOrDefault(item) switch
    {
        "grid" => new Cost(1, 0) + Sum(_parts.GetValueOrDefault(item, []).SelectMany(WithAuxiliaries), CostOfCoded),
        "iovl" or "iden" or "?" => s_tooMuch,
        _ => new Cost(1, _pixels.GetValueOrDefault(item)),
    });

    private Cost CostOfCoded(uint id) => _types.GetValueOrDefault(id) == "av01" ? new Cost(1, _pixels.GetValueOrDefault(id)) : s_tooMuch;

    private IEnumerable<uint> WithAuxiliaries(uint id) => _auxiliaries.GetValueOrDefault(id, []).Prepend(id);

    private static Cost Sum(IEnumerable<uint> items, Func<uint, Cost> costOf)
    {
        var sum = new Cost(0, 0);
        foreach (var item in items)
        {
            sum += costOf(item);

            if (sum.Items > MaxItems)
            {
                break;
            }
        }

        return sum;
    }

    private readonly record struct Cost(int Items, long Pixels)
    {
        public static Cost operator +(Cost one, Cost other) => new(one.Items + other.Items, one.Pixels + other.Pixels);
    }
}
