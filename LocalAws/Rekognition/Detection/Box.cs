namespace LocalAws.Rekognition.Detection;

/// <summary>A box in ratios of the picture's width and height, from its upper left corner.</summary>
internal readonly record struct Box(float Left, float Top, float Right, float Bottom)
{
    public float Width => Right - Left;

    public float Height => Bottom - Top;

    public float Area => MathF.Max(0, Width) * MathF.Max(0, Height);

    public Box DivideBy(float side) => new(Left / side, Top / side, Right / side, Bottom / side);

    public Box Clamp() => new(Math.Clamp(Left, 0, 1), Math.Clamp(Top, 0, 1), Math.Clamp(Right, 0, 1), Math.Clamp(Bottom, 0, 1));

    /// <summary>Intersection over union: 0 for boxes apart, 1 for the same box.</summary>
    public float Overlap(Box other)
    {
        var intersection = new Box(
            MathF.Max(Left, other.Left), MathF.Max(Top, other.Top), MathF.Min(Right, other.Right), MathF.Min(Bottom, other.Bottom)).Area;
        var union = Area + other.Area - intersection;
        return union > 0 ? intersection / union : 0;
    }
}

/// <param name="Class">The number of the class in COCO, 1 to 90.</param>
/// <param name="Score">How sure the network is, 0 to 1.</param>
/// <param name="Box">Where it is, within the picture.</param>
internal readonly record struct DetectedObject(int Class, float Score, Box Box);
