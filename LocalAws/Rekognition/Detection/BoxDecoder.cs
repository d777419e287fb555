namespace LocalAws.Rekognition.Detection;

/// <summary>
/// Turns box codes into boxes. A code moves and stretches an anchor: centre by tenths of the anchor's size, size by the exponential of fifths
/// (the FasterRcnnBoxCoder of TensorFlow's object detection, with scales 10, 10, 5, 5).
/// </summary>
/// <param name="anchors">Corners of each anchor: top, left, bottom, right.</param>
internal sealed class BoxDecoder(float[] anchors)
{
    private const float CentreScale = 10, SizeScale = 5;

    /// <param name="codes">Of each anchor: centre y and x, height and width.</param>
    /// <param name="anchor">Which of the anchors.</param>
    public Box Decode(ReadOnlySpan<float> codes, int anchor)
    {
        var code = codes.Slice(4 * anchor, 4);
        var (top, left, bottom, right) = (anchors[4 * anchor], anchors[(4 * anchor) + 1], anchors[(4 * anchor) + 2], anchors[(4 * anchor) + 3]);
        var (height, width) = (bottom - top, right - left);
        var (y, x) = (top + (height * (0.5f + (code[0] / CentreScale))), left + (width * (0.5f + (code[1] / CentreScale))));
        var (halfHeight, halfWidth) = (height * MathF.Exp(code[2] / SizeScale) / 2, width * MathF.Exp(code[3] / SizeScale) / 2);
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight).Clamp();
    }
}
