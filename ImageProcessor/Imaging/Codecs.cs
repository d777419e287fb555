using Iris.ImageProcessor.Imaging.Colors;
using Iris.ImageProcessor.Imaging.Containers;
using NetVips;

namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// libvips, set up once for hostile input. Every load goes through here, so that none can happen before the set-up.
/// </summary>
internal static class Codecs
{
    private static readonly string[] s_accepted =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    // What libvips says of a picture is in the outcome. On standard error it would be noise that strangers write.
    private static readonly Log.LogDelegate s_silence = static (_, _, _) => { };

    static Codecs()
    {
        NativeHeap.ShareOneArena();
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, s_silence);

        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        Array.ForEach(s_accepted, loader => Operation.Block(loader, false));

        // Pictures run side by side on the thread pool; a second layer of threads inside each would only add memory and switches.
        NetVips.NetVips.Concurrency = 1;
        // No operation is ever asked for twice, and cached ones would hold whole pictures.
        Cache.Max = 0;
    }

    // Below that a codec's own shrinking has nothing left to average, or nothing at all.
    private const int LeastSide = 16;

    /// <summary>Reads the header only: libvips decodes when pixels are asked for.</summary>
    /// <remarks>A file that ends early, or that a codec calls an error, fails; what it only warns of is decoded, as browsers do.</remarks>
    public static Image Open(Essentials essentials, ImageFormat format) => format switch
    {
        ImageFormat.Gif when GifCanvas.Find(essentials.File) is { } canvas => canvas.Open(bytes => Load(bytes, Enums.FailOn.Error)),
        ImageFormat.Avif when AvifAlpha.IsLimited(essentials.File) => AvifAlpha.Widen(Load(essentials.File, Enums.FailOn.Error)),
        _ => Load(essentials.File, FailOn(essentials)),
    };

    /// <summary>
    /// Like <see cref="Open"/>, and lets the codec itself shrink towards the longer <paramref name="side"/> where it can, at a fraction of
    /// the cost.
    /// </summary>
    public static Image OpenShrunk(ImageHeader header, int side)
    {
        var scale = Math.Max(
            (double)side / Math.Max(header.Width, header.Height), (double)LeastSide / Math.Min(header.Width, header.Height));
        return (header.Format, scale) switch
        {
            // The discrete cosine transform of a JPEG scales to 1/2, 1/4 and 1/8 for free.
            (ImageFormat.Jpeg, <= 0.5) => Image.JpegloadBuffer(
                header.Essentials.File, shrink: JpegShrink(scale), access: Enums.Access.Sequential, failOn: FailOn(header.Essentials)),
            (ImageFormat.WebP, < 1) =>
                Image.WebploadBuffer(header.Essentials.File, scale: scale, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
            _ => Open(header.Essentials, header.Format),
        };
    }

    private static Image Load(byte[] bytes, Enums.FailOn failOn) =>
        Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: failOn);

    private static Enums.FailOn FailOn(Essentials essentials) => essentials.IsCompleted ? Enums.FailOn.Warning : Enums.FailOn.Error;

    private static int JpegShrink(double scale) => scale switch
    {
        <= 0.125 => 8,
        <= 0.25 => 4,
        _ => 2,
    };
}
