namespace Iris.Catalog;

/// <summary>One place in the image where a label was seen.</summary>
/// <param name="Box">Where.</param>
/// <param name="Confidence">How sure, in percent (0 to 100).</param>
public sealed record LabelInstance(BoundingBox Box, double Confidence);
