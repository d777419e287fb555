using LocalAws.Rekognition.Onnx;
using LocalAws.Rekognition.TfJs;
using Microsoft.ML.OnnxRuntime;

namespace LocalAws.Tests.Rekognition;

public sealed class GraphConverterTests
{
    private static readonly byte[] s_picture =
    [
        10, 1, 0, 20, 2, 0, 30, 3, 0,
        40, 4, 0, 50, 5, 0, 60, 6, 0,
        70, 7, 0, 80, 8, 0, 90, 9, 0,
    ];

    // "SAME" and "VALID" as newer converters write them, in base64.
    private static readonly object s_same = new { s = "U0FNRQ==" }, s_valid = new { s = "VkFMSUQ=" };

    [Fact]
    public void A_convolution_mixes_channels()
    {
        // One pixel wide, three channels in, two out: the first is red + 10 green, the second -blue + 1.
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 2], 1, 0, 10, 0, 0, -1)
            .Weight("bias", [2], 0, 1)
            .Node("conv", "Conv2D", ["input", "filter"], Convolution(s_valid, stride: 1))
            .Node("output", "BiasAdd", ["conv", "bias"])
            .Write();

        Assert.Equal(
            [20, 40, 60, 80, 100, 120, 140, 160, 180, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            Run(model, "output", [1, 2, 3, 3]));
    }

    [Fact]
    public void Padding_and_strides_are_TensorFlows()
    {
        // The sum of 2 × 2 reds, every second pixel: TensorFlow pads the odd pixel at the right and at the bottom.
        using var model = new TfJsModel()
            .Weight("filter", [2, 2, 3, 1], 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0)
            .Node("output", "Conv2D", ["input", "filter"], Convolution(s_same, stride: 2))
            .Write();

        Assert.Equal([10 + 20 + 40 + 50, 30 + 60, 70 + 80, 90], Run(model, "output", [1, 1, 2, 2]));
    }

    [Fact]
    public void Strings_may_be_arrays_of_bytes_and_integers_may_be_strings()
    {
        using var model = new TfJsModel()
            .Weight("filter", [2, 2, 3, 1], 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0)
            .Node("output", "Conv2D", ["input", "filter"], new
            {
                padding = new { s = "SAME"u8.ToArray().Select(character => (int)character) },
                strides = new { list = new { i = new[] { "1", "2", "2", "1" } } },
                dilations = new { list = new { i = new[] { "1", "1", "1", "1" } } },
            })
            .Write();

        Assert.Equal([10 + 20 + 40 + 50, 30 + 60, 70 + 80, 90], Run(model, "output", [1, 1, 2, 2]));
    }

    [Fact]
    public void A_depthwise_convolution_keeps_channels_apart()
    {
        // Two outputs for each of three channels: once and twice.
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 2], 1, 2, 1, 2, 1, 2)
            .Node("output", "DepthwiseConv2dNative", ["input", "filter"], Convolution(s_valid, stride: 3))
            .Write();

        Assert.Equal([10, 20, 1, 2, 0, 0], Run(model, "output", [1, 6, 1, 1]));
    }

    [Fact]
    public void Arithmetic_is_by_channel()
    {
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 2], 1, 0, 0, 1, 0, 0)
            .Weight("factor", [2], 0.5f, 2)
            .Weight("offset", [], 4)
            .Node("conv", "Conv2D", ["input", "filter"], Convolution(s_valid, stride: 3))
            .Node("product", "Mul", ["conv", "factor"])
            .Node("difference", "Sub", ["product", "offset"])
            .Node("sum", "AddN", ["difference", "difference", "conv"])
            .Node("output", "Relu6", ["sum"])
            .Write();

        // Red is 10: 10 / 2 - 4 = 1, and 1 + 1 + 10 = 12, at most 6. Green is 1: 1 × 2 - 4 = -2, and -2 - 2 + 1 = -3, at least 0.
        Assert.Equal([6, 0], Run(model, "output", [1, 2, 1, 1]));
    }

    [Fact]
    public void Batches_are_normalized()
    {
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 1], 1, 0, 0)
            .Weight("scale", [1], 3)
            .Weight("shift", [1], 1)
            .Weight("mean", [1], 8)
            .Weight("variance", [1], 3.999f)
            .Node("conv", "Conv2D", ["input", "filter"], Convolution(s_valid, stride: 3))
            .Node("output", "FusedBatchNorm", ["conv", "scale", "shift", "mean", "variance"], new { epsilon = new { f = 0.001 } })
            .Write();

        Assert.Equal(4, Assert.Single(Run(model, "output", [1, 1, 1, 1])), tolerance: 1e-4);
    }

    [Fact]
    public void What_is_reshaped_has_its_channels_last_again()
    {
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 2], 1, 0, 0, 1, 0, 0)
            .Ints("rows", 9).Ints("columns", 2).Ints("axis", 1)
            .Node("conv", "Conv2D", ["input", "filter"], Convolution(s_valid, stride: 1))
            .Node("shape", "Pack", ["batch", "rows", "columns"])
            .Node("reshape", "Reshape", ["conv", "shape"])
            .Node("output", "ConcatV2", ["reshape", "reshape", "axis"])
            .Write();

        float[] once = [10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6, 70, 7, 80, 8, 90, 9];
        Assert.Equal([.. once, .. once], Run(model, "output", [1, 18, 2]));
    }

    [Fact]
    public void Scores_are_sigmoids()
    {
        using var model = new TfJsModel()
            .Weight("filter", [1, 1, 3, 2], 0, 0, 1, 0, 0, 0)
            .Node("conv", "Conv2D", ["input", "filter"], Convolution(s_valid, stride: 3))
            .Node("output", "Sigmoid", ["conv"])
            .Write();

        var scores = Run(model, "output", [1, 2, 1, 1]);
        Assert.Equal(1 / (1 + Math.Exp(-1)), scores[0], tolerance: 1e-6);
        Assert.Equal(0.5, scores[1], tolerance: 1e-6);
    }

    [Fact]
    public void An_operation_that_is_not_known_is_named()
    {
        using var model = new TfJsModel().Weight("state", [1], 0).Node("output", "LSTM", ["input", "state"]).Write();

        var error = Assert.Throws<NotSupportedException>(() => Run(model, "output", [1]));

        Assert.Equal("LSTM (output) has no translation to ONNX", error.Message);
    }

    private static object Convolution(object padding, int stride) => new
    {
        padding,
        strides = new { list = new { i = new[] { 1, stride, stride, 1 } } },
        dilations = new { list = new { i = new[] { 1, 1, 1, 1 } } },
    };

    private static float[] Run(TfJsModel model, string output, int[] shape)
    {
        var onnx = GraphConverter.Convert(GraphModel.Load(model.Directory), "input", size: 3, (output, shape));
        using var session = new InferenceSession(onnx);
        using var picture = OrtValue.CreateTensorValueFromMemory(s_picture, [1, 3, 3, 3]);
        using var options = new RunOptions();
        using var results = session.Run(options, [GraphConverter.Pixels], [picture], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
