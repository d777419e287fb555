using LocalAws.Rekognition.TfJs;

namespace LocalAws.Tests.Rekognition;

public sealed class WeightReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Weights_lie_one_after_the_other_whatever_the_files(int shards)
    {
        using var model = new TfJsModel().Weight("a", [2], 1.5f, -2).Ints("shape", 1, 300, 300, 3).Weight("b", [], 7).Write(shards);

        var weights = GraphModel.Load(model.Directory).Weights;

        Assert.Equal([1.5f, -2], weights["a"].Floats);
        Assert.Equal([2], weights["a"].Shape);
        Assert.Equal([1, 300, 300, 3], weights["shape"].Ints);
        Assert.Equal([7], weights["b"].Floats);
        Assert.Empty(weights["b"].Shape);
    }

    [Fact]
    public void Quantization_is_taken_back()
    {
        using var model = new TfJsModel()
            .Weight("bytes", "float32", [3], new { dtype = "uint8", scale = 0.5, min = -1.0 }, [0, 2, 255])
            .Weight("words", "float32", [2], new { dtype = "uint16", scale = 0.25, min = 1.0 }, [1, 0, 0, 1])
            .Weight(
                "halves",
                "float32",
                [2],
                new { dtype = "float16" },
                [.. BitConverter.GetBytes((Half)1.5), .. BitConverter.GetBytes((Half)(-0.25))])
            .Weight("integers", "int32", [2], new { dtype = "uint8", scale = 2.0, min = -10.0 }, [0, 7])
            .Write();

        var weights = GraphModel.Load(model.Directory).Weights;

        Assert.Equal([-1, 0, 126.5f], weights["bytes"].Floats);
        Assert.Equal([1.25f, 65], weights["words"].Floats);
        Assert.Equal([1.5f, -0.25f], weights["halves"].Floats);
        Assert.Equal([-10, 4], weights["integers"].Ints);
    }

    [Fact]
    public void Weights_behind_flags_are_found()
    {
        using var model = new TfJsModel().Weight("training", "bool", [3], quantization: null, [1, 0, 1]).Weight("a", [1], 4).Write();

        Assert.Equal([4], GraphModel.Load(model.Directory).Weights["a"].Floats);
    }

    [Fact]
    public void Files_that_are_shorter_than_the_manifest_says_are_refused()
    {
        using var model = new TfJsModel().Weight("a", [3], 1, 2).Write();

        var error = Assert.Throws<InvalidDataException>(() => GraphModel.Load(model.Directory));

        Assert.Equal("group1-shard1of1: 8 bytes where the manifest needs 12", error.Message);
    }

    [Fact]
    public void A_type_that_is_not_known_is_named()
    {
        using var model = new TfJsModel().Weight("a", "complex64", [1], quantization: null, new byte[8]).Write();

        Assert.Contains(
            "complex64", Assert.Throws<NotSupportedException>(() => GraphModel.Load(model.Directory)).Message, StringComparison.Ordinal);
    }
}
