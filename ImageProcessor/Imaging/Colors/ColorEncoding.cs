using Iris.ImageProcessor.Imaging.Containers;

namespace Iris.ImageProcessor.Imaging.Colors;

/// <summary>What the numbers of a picture stand for, when a file says so in words of its own instead of by a profile.</summary>
/// <param name="Primaries">Which red, green, blue and white they mix.</param>
/// <param name="Transfer">How much light they are.</param>
internal sealed record ColorEncoding(Chromaticities Primaries, TransferFunction Transfer)
{
    private static readonly ColorEncoding s_srgb = new(Chromaticities.Bt709, TransferFunction.Srgb);

    /// <summary>By ITU-T H.273, whose code points PNG and AVIF share.</summary>
    /// <returns><see langword="null"/> for sRGB, and for what is not said, which is taken for it.</returns>
    public static ColorEncoding? Of(int primaries, int transfer) =>
        Chromaticities.Of(primaries) is { } known ? Of(known, TransferFunction.Of(transfer) ?? TransferFunction.Srgb) : null;

    /// <inheritdoc cref="Of(int, int)"/>
    public static ColorEncoding? Of(Chromaticities primaries, TransferFunction transfer) =>
        new ColorEncoding(primaries, transfer) is var encoding && encoding != s_srgb ? encoding : null;

    /// <summary>Reads it from a file.</summary>
    public static ColorEncoding? Read(byte[] file, ImageFormat format) => format switch
    {
        ImageFormat.Png => PngColor.Read(file),
        ImageFormat.Avif => AvifColor.Read(file),
        _ => null,
    };
}
