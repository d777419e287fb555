namespace Amazon.Rekognition.Model;

/// <summary>A colour that takes up much of a picture.</summary>
public class DominantColor
{
    /// <summary>0 to 255.</summary>
    public int? Red { get; set; }

    /// <summary>0 to 255.</summary>
    public int? Green { get; set; }

    /// <summary>0 to 255.</summary>
    public int? Blue { get; set; }

    /// <summary>Like "#2f4f4f".</summary>
    public string? HexCode { get; set; }

    /// <summary>The nearest of the named CSS colours, like "darkslategrey".</summary>
    public string? CSSColor { get; set; }

    /// <summary>One of twelve basic colours, like "grey".</summary>
    public string? SimplifiedColor { get; set; }

    /// <summary>Percent of the pixels, 0 to 100.</summary>
    public float? PixelPercent { get; set; }
}
