using System.Text.Json.Serialization;

namespace LocalAws.Rekognition.TfJs;

/// <summary>model.json of a TensorFlow.js graph model, as far as it matters here.</summary>
internal sealed record ModelFile(Topology ModelTopology, IReadOnlyList<WeightGroup> WeightsManifest);

internal sealed record Topology(IReadOnlyList<GraphNode> Node);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelFile))]
internal sealed partial class ModelFileJson : JsonSerializerContext;
