namespace Amazon.Rekognition.Model;

/// <summary>A box, in ratios of the picture's width and height. It may reach beyond the picture's edges.</summary>
public class BoundingBox
{
    /// <summary>From the left edge, as a ratio of the width.</summary>
    public float? Left { get; set; }

    /// <summary>From the upper edge, as a ratio of the height.</summary>
    public float? Top { get; set; }

    /// <summary>A ratio of the picture's width.</summary>
    public float? Width { get; set; }

    /// <summary>A ratio of the picture's height.</summary>
    public float? Height { get; set; }
}
