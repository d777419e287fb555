namespace LocalAws.Rekognition.Detection;

/// <summary>
/// One way of showing a picture to the network, which sees squares: squashed into it, or whole between bars; as it is, or mirrored.
/// </summary>
/// <param name="Pixels">RGB of <see cref="DetectionNetwork.PictureSize"/> × <see cref="DetectionNetwork.PictureSize"/> pixels.</param>
/// <param name="Place">Where the picture is in the square, in ratios of its side.</param>
/// <param name="IsMirrored">Whether left is right.</param>
internal readonly record struct Look(byte[] Pixels, Box Place, bool IsMirrored = false)
{
    private const int Bands = 3;

    /// <summary>The same from the other side.</summary>
    public Look Mirror()
    {
        var mirrored = new byte[Pixels.Length];

        for (var row = 0; row < DetectionNetwork.PictureSize; row++)
        {
            for (var column = 0; column < DetectionNetwork.PictureSize; column++)
            {
                var from = ((row * DetectionNetwork.PictureSize) + column) * Bands;
                var to = ((row * DetectionNetwork.PictureSize) + DetectionNetwork.PictureSize - 1 - column) * Bands;
                Pixels.AsSpan(from, Bands).CopyTo(mirrored.AsSpan(to));
            }
        }

        return new(mirrored, new(1 - Place.Right, Place.Top, 1 - Place.Left, Place.Bottom), !IsMirrored);
    }

    /// <summary>Where in the picture is what was seen at a place in the square.</summary>
    public Box InPicture(Box seen)
    {
        var box = new Box(
            (seen.Left - Place.Left) / Place.Width,
            (seen.Top - Place.Top) / Place.Height,
            (seen.Right - Place.Left) / Place.Width,
            (seen.Bottom - Place.Top) / Place.Height).Clamp();
        return IsMirrored ? box with { Left = 1 - box.Right, Right = 1 - box.Left } : box;
    }
}
