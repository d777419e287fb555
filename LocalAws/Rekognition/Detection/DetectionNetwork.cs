using LocalAws.Rekognition.Onnx;
using LocalAws.Rekognition.TfJs;
using Microsoft.ML.OnnxRuntime;

namespace LocalAws.Rekognition.Detection;

/// <summary>
/// SSDLite MobileNet v2, trained on COCO, in ONNX Runtime. What surrounds the network in its TensorFlow graph (scaling of the picture, decoding
/// and suppression of boxes) is done in C#.
/// </summary>
internal sealed class DetectionNetwork : IDisposable
{
    /// <summary>The network looks at square pictures of so many pixels a side.</summary>
    public const int PictureSize = 300;

    private const int Anchors = 1917, Classes = 91;

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

    /// <summary>Finds objects. Thread-safe; takes some 20 ms of one core.</summary>
    /// <param name="pixels">RGB of <see cref="PictureSize"/> × <see cref="PictureSize"/> pixels.</param>
    /// <param name="minScore">The least score that counts, 0 to 1.</param>
    /// <returns>The surest first.</returns>
    public IReadOnlyList<DetectedObject> Detect(byte[] pixels, float minScore)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(pixels, [1, PictureSize, PictureSize, 3]);
        using var options = new RunOptions();
        using var results = _session.Run(options, [GraphConverter.Pixels], [input], [BoxCodes, Scores]);
        return Suppression.Suppress(Candidates(results[0].GetTensorDataAsSpan<float>(), results[1].GetTensorDataAsSpan<float>(), minScore));
    }

    public void Dispose() => _session.Dispose();

    private List<DetectedObject> Candidates(ReadOnlySpan<float> codes, ReadOnlySpan<float> scores, float minScore)
    {
        var candidates = new List<DetectedObject>();

        for (var anchor = 0; anchor < Anchors; anchor++)
        {
            // Class 0 is the background.
            for (var @class = 1; @class < Classes; @class++)
            {
                if (scores[(anchor * Classes) + @class] is var score && score >= minScore)
                {
                    candidates.Add(new(@class, score, _decoder.Decode(codes, anchor)));
                }
            }
        }

        return candidates;
    }
}
