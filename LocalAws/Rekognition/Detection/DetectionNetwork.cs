using LocalAws.Rekognition.Onnx;
using LocalAws.Rekognition.TfJs;
using Microsoft.ML.OnnxRuntime;

namespace LocalAws.Rekognition.Detection;

/// <summary>
/// SSDLite MobileNet v2, trained on COCO, in ONNX Runtime. What surrounds the network in its TensorFlow graph (scaling of the picture,
/// decoding and suppression of boxes) is done in C#.
/// </summary>
internal sealed class DetectionNetwork : IDisposable
{
    /// <summary>The network looks at square pictures of so many pixels a side.</summary>
    public const int PictureSize = 300;

    private const int Anchors = 1917, Classes = 91;

    // Below, a look is as good as blind; and so many of the surest leave none out that could become a label.
    private const float MinScore = 0.08f;

    private const int MaxSights = 60;

    private const string FirstActivation = "Preprocessor/map/TensorArrayStack/TensorArrayGatherV3",
        BoxCodes = "concat", Scores = "Postprocessor/convert_scores";

    private readonly InferenceSession _session;
    private readonly BoxDecoder _decoder;

    private DetectionNetwork(GraphModel model)
    {
        // They are the only weight of their shape.
        _decoder = new(model.Weights.Values.Single(weight => weight.Shape is [1, Anchors, 4]).Floats);
        var onnx = GraphConverter.Convert(
            model, FirstActivation, PictureSize, (BoxCodes, [1, Anchors, 1, 4]), (Scores, [1, Anchors, Classes]));

        // One thread a picture: with as many pictures at a time as cores, that gives the most pictures a second.
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new(onnx, options);
    }

    /// <summary>Reads the model, converts it and opens a session.</summary>
    public static DetectionNetwork Load(string directory) => new(GraphModel.Load(directory));

    /// <summary>Finds objects. Thread-safe; takes some 20 ms of one core a look.</summary>
    /// <param name="looks">One picture, shown in one or several ways.</param>
    /// <returns>The surest first, their scores on the scale of Rekognition.</returns>
    public IReadOnlyList<DetectedObject> Detect(IReadOnlyCollection<Look> looks) =>
    [
        .. from fused in Suppression.Suppress(Fusion.Fuse([.. looks.Select(See)]))
           select fused with { Score = Confidence.Of(fused.Score, looks.Count) },
    ];

    /// <summary>What one look sees, in the picture's own ratios, with the network's own scores, the surest first.</summary>
    public IReadOnlyList<DetectedObject> See(Look look)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(look.Pixels, [1, PictureSize, PictureSize, 3]);
        using var options = new RunOptions();
        using var results = _session.Run(options, [GraphConverter.Pixels], [input], [BoxCodes, Scores]);
        var candidates = Candidates(results[0].GetTensorDataAsSpan<float>(), results[1].GetTensorDataAsSpan<float>());
        return
        [
            .. from sight in Suppression.SuppressWithinClasses(candidates).Take(MaxSights)
               select sight with { Box = look.InPicture(sight.Box) },
        ];
    }

    public void Dispose() => _session.Dispose();

    private List<DetectedObject> Candidates(ReadOnlySpan<float> codes, ReadOnlySpan<float> scores)
    {
        var candidates = new List<DetectedObject>();

        for (var anchor = 0; anchor < Anchors; anchor++)
        {
            // Class 0 is the background.
            for (var @class = 1; @class < Classes; @class++)
            {
                if (scores[(anchor * Classes) + @class] is var score && score >= MinScore)
                {
                    candidates.Add(new(@class, score, _decoder.Decode(codes, anchor)));
                }
            }
        }

        return candidates;
    }
}

/// <summary>
/// Turns box codes into boxes. A code moves and stretches an anchor: centre by tenths of the anchor's size, size by the exponential of
/// fifths (the FasterRcnnBoxCoder of TensorFlow's object detection, with scales 10, 10, 5, 5).
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
        var (top, left, bottom, right) = (
            anchors[4 * anchor], anchors[(4 * anchor) + 1], anchors[(4 * anchor) + 2], anchors[(4 * anchor) + 3]);
        var (height, width) = (bottom - top, right - left);
        var (y, x) = (top + (height * (0.5f + (code[0] / CentreScale))), left + (width * (0.5f + (code[1] / CentreScale))));
        var (halfHeight, halfWidth) = (height * MathF.Exp(code[2] / SizeScale) / 2, width * MathF.Exp(code[3] / SizeScale) / 2);
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight).Clamp();
    }
}
