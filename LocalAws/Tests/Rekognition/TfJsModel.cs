using System.Text.Json;

namespace LocalAws.Tests.Rekognition;

/// <summary>Writes small TensorFlow.js graph models to a folder of their own.</summary>
internal sealed class TfJsModel : IDisposable
{
    private readonly List<object> _nodes = [];
    private readonly List<object> _weights = [];
    private readonly MemoryStream _bytes = new();

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("iris-tfjs-").FullName;

    public TfJsModel Node(string name, string op, string[] input, object? attr = null)
    {
        _nodes.Add(attr is null ? new { name, op, input } : new { name, op, input, attr });
        return this;
    }

    public TfJsModel Weight(string name, int[] shape, params float[] values) =>
        Weight(name, "float32", shape, quantization: null, [.. values.SelectMany(BitConverter.GetBytes)]);

    public TfJsModel Ints(string name, params int[] values) =>
        Weight(name, "int32", values.Length is 1 ? [] : [values.Length], quantization: null, [.. values.SelectMany(BitConverter.GetBytes)]);

    public TfJsModel Weight(string name, string dtype, int[] shape, object? quantization, byte[] stored)
    {
        _weights.Add(quantization is null ? new { name, shape, dtype } : new { name, shape, dtype, quantization });
        _bytes.Write(stored);
        return this;
    }

    /// <summary>Writes the model, its weights cut into shards without regard to where one weight ends.</summary>
    public TfJsModel Write(int shards = 1)
    {
        var size = (int)Math.Ceiling(_bytes.Length / (double)shards);
        string[] paths = [.. _bytes.ToArray().Chunk(size).Select((shard, index) =>
        {
            var path = $"group1-shard{index + 1}of{shards}";
            File.WriteAllBytes(Path.Combine(Directory, path), shard);
            return path;
        })];
        var model = new { modelTopology = new { node = _nodes }, weightsManifest = new[] { new { paths, weights = _weights } } };
        File.WriteAllText(Path.Combine(Directory, "model.json"), JsonSerializer.Serialize(model));
        return this;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
