using LocalAws.Rekognition.TfJs;

namespace LocalAws.Rekognition.Onnx;

/// <summary>
/// A filter in ONNX's order, [output, input of the group, height, width], from TensorFlow's [height, width, input, output].
/// </summary>
internal sealed record ConvolutionFilter(IReadOnlyList<int> Shape, float[] Values, int Groups)
{
    /// <summary>Every output sees every input.</summary>
    public static ConvolutionFilter Dense(Weight weight)
    {
        var (height, width, inputs, outputs) = Dimensions(weight);
        return new([outputs, inputs, height, width], Turn(weight, (input, output) => (output * inputs) + input), Groups: 1);
    }

    /// <summary>Every input is a group of its own and has so many outputs: TensorFlow's last dimension multiplies channels.</summary>
    public static ConvolutionFilter Depthwise(Weight weight)
    {
        var (height, width, inputs, outputs) = Dimensions(weight);
        return new([inputs * outputs, 1, height, width], Turn(weight, (input, output) => (input * outputs) + output), Groups: inputs);
    }

    private static float[] Turn(Weight weight, Func<int, int, int> plane)
    {
        var (height, width, inputs, outputs) = Dimensions(weight);
        var turned = new float[weight.Floats.Length];

        for (var at = 0; at < turned.Length; at++)
        {
            var (pixel, input, output) = (at / outputs / inputs, at / outputs % inputs, at % outputs);
            turned[(plane(input, output) * height * width) + pixel] = weight.Floats[at];
        }

        return turned;
    }

    private static (int Height, int Width, int Inputs, int Outputs) Dimensions(Weight weight) =>
        weight.Shape is [var height, var width, var inputs, var outputs]
            ? (height, width, inputs, outputs)
            : throw new NotSupportedException($"A filter has four dimensions, not {weight.Shape.Count}");
}
