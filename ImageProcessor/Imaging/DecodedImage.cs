using System.Diagnostics.CodeAnalysis;
using Iris.Catalog;
using NetVips;
using Image = NetVips.Image;

namespace Iris.ImageProcessor.Imaging;

/// <summary>
/// A picture decoded once: upright, sRGB, 8 bits a channel, at most <see cref="MaxSide"/> pixels a side, without metadata.
/// Its methods may run side by side.
/// </summary>
public sealed class DecodedImage : IDisposable
{
    /// <summary>The longer side that is kept of a larger picture: the largest derivative has it.</summary>
    public static int MaxSide => Derivative.Edges[^1];

    // Quality 80 everywhere. Effort 3 and above search for the best mode of each block and double or triple the time for 5 to 8 % of the
    // bytes: worth it for the thumbnails that a gallery loads by the dozen, not for the one preview that a visitor is waiting for. The
    // table is in docs/adr.
    private const int Quality = 80, ThoroughEffort = 4, QuickEffort = 2, QuickAbovePixels = 1_000_000;

    // What Rekognition is sent. It finds nothing more in a better one.
    private const int JpegQuality = 85;

    // WebP halves the resolution of colours. On an icon that is seen, and doing without costs some kilobytes at most.
    private const int LosslessSide = 128;

    private readonly Image _image;
    private readonly Lazy<bool> _isFlat;

    internal DecodedImage(Image image) => (_image, _isFlat) = (image, new(() => Flatness.IsFlat(image)));

    /// <summary>Width in pixels as decoded, at most <see cref="MaxSide"/>.</summary>
    public int Width => _image.Width;

    /// <summary>Height in pixels as decoded, at most <see cref="MaxSide"/>.</summary>
    public int Height => _image.Height;

    /// <summary>Decodes the picture behind a header, shrinking it on the way.</summary>
    /// <param name="header">The header, which is within the limits.</param>
    /// <param name="limits">For their <see cref="ImagingLimits.DecodeTimeout"/>.</param>
    /// <param name="cancellationToken">Stops the decoding between two strips of the picture.</param>
    /// <param name="picture">The picture, when it can be read to its end.</param>
    /// <param name="rejection">What is wrong with it, otherwise.</param>
    /// <returns>Whether there is a picture.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public static bool TryDecode(
        ImageHeader header,
        ImagingLimits limits,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out DecodedImage? picture,
        [NotNullWhen(false)] out Rejection? rejection)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var alarm = new DecodingTime(limits.DecodeTimeout).CancelWhenUp(deadline);

        try
        {
            picture = new(Decoding.Run(header, MaxSide, deadline.Token));
            rejection = null;
            return true;
        }
        catch (VipsException) when (!deadline.IsCancellationRequested)
        {
            picture = null;
            rejection = Rejections.Corrupt(header.Format);
            return false;
        }
        catch (VipsException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            picture = null;
            rejection = Rejections.TooSlow;
            return false;
        }
    }

    /// <summary>
    /// Encodes the picture as WebP within a square, never enlarged, transparency kept. A small one loses nothing, nor does a larger one for
    /// which that is the smaller file.
    /// </summary>
    /// <param name="side">The square's side in pixels.</param>
    public EncodedImage ToWebP(int side)
    {
        using var fitted = Fit(side);
        return new(fitted.Width, fitted.Height, Encode(fitted));
    }

    /// <summary>Encodes the picture as JPEG in its decoded size, transparency on white: what image recognition takes.</summary>
    public byte[] ToJpeg()
    {
        using var opaque = _image.HasAlpha() ? _image.Flatten(background: [255, 255, 255]) : _image.Copy();
        return opaque.JpegsaveBuffer(q: JpegQuality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>What is shown while the picture loads.</summary>
    public Placeholder ToPlaceholder()
    {
        using var small = Fit(ThumbHash.MaxSide);
        using var rgba = small.HasAlpha() ? small.Copy() : small.AddAlpha();
        var pixels = rgba.WriteToMemory<byte>();
        return new(ThumbHash.Encode(rgba.Width, rgba.Height, pixels), DominantColor.Of(pixels));
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();

    private byte[] Encode(Image image)
    {
        if (Math.Max(image.Width, image.Height) <= LosslessSide)
        {
            return Encode(image, lossless: true);
        }

        var lossy = Encode(image, lossless: false);
        return _isFlat.Value && Encode(image, lossless: true) is var lossless && lossless.Length < lossy.Length ? lossless : lossy;
    }

    private static byte[] Encode(Image image, bool lossless)
    {
        var effort = (long)image.Width * image.Height > QuickAbovePixels ? QuickEffort : ThoroughEffort;
        return image.WebpsaveBuffer(q: Quality, lossless: lossless, effort: effort, keep: Enums.ForeignKeep.None);
    }

    private Image Fit(int side) =>
        side >= Math.Max(Width, Height) ? _image.Copy() : _image.ThumbnailImage(side, height: side, size: Enums.Size.Down, noRotate: true);
}
