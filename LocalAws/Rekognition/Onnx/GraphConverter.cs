using LocalAws.Rekognition.TfJs;

namespace LocalAws.Rekognition.Onnx;

/// <summary>
/// Translates the convolutional part of a TensorFlow.js graph to ONNX. TensorFlow keeps channels last and ONNX first: four-dimensional
/// activations stay channels first throughout, and are turned back only where the graph reshapes them.
/// </summary>
internal sealed class GraphConverter
{
    /// <summary>The name of the model's input: one picture, [1, size, size, 3] bytes of RGB.</summary>
    public const string Pixels = "pixels";

    private static readonly int[] s_toChannelsFirst = [0, 3, 1, 2], s_toChannelsLast = [0, 2, 3, 1];

    private readonly GraphModel _model;
    private readonly OnnxGraph _onnx = new("TensorFlow.js");
    private readonly HashSet<string> _translated = [];

    private GraphConverter(GraphModel model) => _model = model;

    /// <summary>Cuts a part out of a graph and makes an ONNX model of it.</summary>
    /// <param name="model">The graph.</param>
    /// <param name="input">The activation whose place the picture takes.</param>
    /// <param name="size">Width and height of the picture.</param>
    /// <param name="outputs">The activations that are wanted, with their shapes.</param>
    /// <exception cref="NotSupportedException">An operation between input and outputs is none that detection networks are made
    /// of.</exception>
    public static byte[] Convert(GraphModel model, string input, int size, params IEnumerable<(string Name, int[] Shape)> outputs)
    {
        var converter = new GraphConverter(model);
        converter.Begin(input, size);

        foreach (var (name, shape) in outputs)
        {
            converter._onnx.AddOutput(converter.Translate(name), OnnxType.Float, shape);
        }

        return converter._onnx.ToModel();
    }

    private void Begin(string input, int size)
    {
        _onnx.AddInput(Pixels, OnnxType.UInt8, 1, size, size, 3);
        var floats = _onnx.Add("Cast", [Pixels], $"{Pixels}/float", new OnnxAttribute("to", (int)OnnxType.Float));
        _translated.Add(_onnx.Add("Transpose", [floats], input, new OnnxAttribute("perm", s_toChannelsFirst)));
    }

    private string Translate(string name)
    {
        if (!_translated.Add(name))
        {
            return name;
        }

        return _model.Weights.TryGetValue(name, out var weight) ? PerChannel(name, weight) : Translate(_model.Nodes[name]);
    }

    private string Translate(GraphNode node) => node.Op switch
    {
        "Conv2D" => Convolution(node, ConvolutionFilter.Dense(Weight(node.Inputs[1]))),
        "DepthwiseConv2dNative" => Convolution(node, ConvolutionFilter.Depthwise(Weight(node.Inputs[1]))),
        "FusedBatchNorm" => _onnx.Add(
            "BatchNormalization",
            [Translate(node.Inputs[0]), .. node.Inputs.Skip(1).Select(Vector)],
            node.Name,
            new OnnxAttribute("epsilon", node.Float("epsilon"))),
        "Add" or "BiasAdd" => Elementwise("Add", node),
        "AddN" => Elementwise("Sum", node),
        "Mul" or "Sub" or "Sigmoid" => Elementwise(node.Op, node),
        "Relu6" => _onnx.Add("Clip", [Translate(node.Inputs[0]), Scalar($"{node.Name}/min", 0), Scalar($"{node.Name}/max", 6)], node.Name),
        "ConcatV2" => _onnx.Add(
            "Concat",
            [.. node.Inputs.SkipLast(1).Select(Translate)],
            node.Name,
            new OnnxAttribute("axis", Weight(node.Inputs[^1]).Ints[0])),
        "Reshape" => Reshape(node),
        _ => throw new NotSupportedException($"{node.Op} ({node.Name}) has no translation to ONNX"),
    };

    private string Elementwise(string type, GraphNode node) => _onnx.Add(type, [.. node.Inputs.Select(Translate)], node.Name);

    private string Convolution(GraphNode node, ConvolutionFilter filter)
    {
        var weights = _onnx.AddConstant<float>($"{node.Name}/filter", OnnxType.Float, filter.Shape, filter.Values);
        return _onnx.Add(
            "Conv",
            [Translate(node.Inputs[0]), weights],
            node.Name,
            // TensorFlow pads the odd pixel at the end, which ONNX calls SAME_UPPER.
            new OnnxAttribute("auto_pad", node.Text("padding") is "SAME" ? "SAME_UPPER" : "VALID"),
            new OnnxAttribute("strides", node.Ints("strides")[1..3]),
            new OnnxAttribute("dilations", node.Ints("dilations")[1..3]),
            new OnnxAttribute("group", filter.Groups));
    }

    // The target shape is a Pack of the batch, which is 1 here, and constants.
    private string Reshape(GraphNode node)
    {
        long[] shape = [1, .. _model.Nodes[node.Inputs[1]].Inputs.Skip(1).Select(name => (long)Weight(name).Ints[0])];
        var target = _onnx.AddConstant<long>($"{node.Name}/shape", OnnxType.Int64, [shape.Length], shape);
        var channelsLast = _onnx.Add(
            "Transpose", [Translate(node.Inputs[0])], $"{node.Name}/channels-last", new OnnxAttribute("perm", s_toChannelsLast));
        return _onnx.Add("Reshape", [channelsLast, target], node.Name);
    }

    // A vector over the channels has to lie along the second dimension of [1, channels, height, width]: broadcasting aligns shapes at their
    // ends.
    private string PerChannel(string name, Weight weight) =>
        _onnx.AddConstant<float>(name, OnnxType.Float, weight.Shape is [] ? [] : [weight.Floats.Length, 1, 1], weight.Floats);

    private string Vector(string name) => _onnx.AddConstant<float>(name, OnnxType.Float, Weight(name).Shape, Weight(name).Floats);

    private string Scalar(string name, float value) => _onnx.AddConstant<float>(name, OnnxType.Float, [], [value]);

    private Weight Weight(string name) =>
        _model.Weights.TryGetValue(name, out var weight)
            ? weight
            : throw new NotSupportedException($"{name} is not a constant of the graph");
}
