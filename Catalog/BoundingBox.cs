namespace Iris.Catalog;

/// <summary>A rectangle as fractions (0 to 1) of the width and height of the upright image.</summary>
public readonly record struct BoundingBox(double Left, double Top, double Width, double Height);
