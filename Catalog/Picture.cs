namespace Iris.Catalog;

/// <summary>What processing found out about an image: all that a ready one has and others do not.</summary>
public sealed record Picture
{
    /// <summary>Width in pixels, after EXIF orientation.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, after EXIF orientation.</summary>
    public required int Height { get; init; }

    /// <summary>A thumbhash (https://evanw.github.io/thumbhash/), base64.</summary>
    public required string Placeholder { get; init; }

    /// <summary>The dominant colour, <c>#rrggbb</c>.</summary>
    public required string Color { get; init; }

    /// <summary>The derivatives, smallest first.</summary>
    public required IReadOnlyList<Derivative> Derivatives { get; init; }

    /// <summary>The labels, most confident first.</summary>
    public required IReadOnlyList<Label> Labels { get; init; }

    /// <summary>How long it took.</summary>
    public required Timings Timings { get; init; }
}
