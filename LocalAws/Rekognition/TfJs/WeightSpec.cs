namespace LocalAws.Rekognition.TfJs;

/// <summary>What the manifest says of one weight.</summary>
internal sealed record WeightSpec(string Name, IReadOnlyList<int> Shape, string Dtype, Quantization? Quantization = null)
{
    public int Count => Shape.Aggregate(1, (count, dimension) => checked(count * dimension));

    /// <summary>The type of the stored numbers, which quantization makes smaller than that of the weight.</summary>
    public string StoredType => Quantization?.Dtype ?? Dtype;

    public int ByteLength => checked(Count * StoredType switch
    {
        "float32" or "int32" => 4,
        "float16" or "uint16" => 2,
        "uint8" or "bool" => 1,
        var type => throw new NotSupportedException($"Weight {Name} is stored as {type}"),
    });
}

/// <summary>A quantized number stands for <c>number * Scale + Min</c>; float16 needs neither.</summary>
internal sealed record Quantization(string Dtype, float Scale = 1, float Min = 0);

/// <summary>Weights that lie one after the other in the concatenation of some files.</summary>
internal sealed record WeightGroup(IReadOnlyList<string> Paths, IReadOnlyList<WeightSpec> Weights);
