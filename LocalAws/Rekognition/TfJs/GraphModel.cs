using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.Rekognition.TfJs;

/// <summary>A TensorFlow.js graph model: nodes and weights by their names.</summary>
internal sealed record GraphModel(IReadOnlyDictionary<string, GraphNode> Nodes, IReadOnlyDictionary<string, Weight> Weights)
{
    public const string FileName = "model.json";

    /// <summary>Reads model.json and the files beside it that hold the weights.</summary>
    public static GraphModel Load(string directory)
    {
        var file = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(directory, FileName)), ModelFileJson.Default.ModelFile)
            ?? throw new InvalidDataException($"{FileName} holds no model");
        return new(
            file.ModelTopology.Node.ToDictionary(node => node.Name),
            file.WeightsManifest.SelectMany(group => WeightReader.Read(group, Concatenate(directory, group.Paths))).ToDictionary());
    }

    private static ReadOnlySpan<byte> Concatenate(string directory, IEnumerable<string> paths)
    {
        var bytes = new MemoryStream();

        foreach (var path in paths)
        {
            bytes.Write(File.ReadAllBytes(Path.Combine(directory, path)));
        }

        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }
}

/// <summary>model.json of a TensorFlow.js graph model, as far as it matters here.</summary>
internal sealed record ModelFile(Topology ModelTopology, IReadOnlyList<WeightGroup> WeightsManifest);

internal sealed record Topology(IReadOnlyList<GraphNode> Node);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelFile))]
internal sealed partial class ModelFileJson : JsonSerializerContext;
