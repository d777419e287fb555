using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Iris.Tests.Integration.Deployment;

/// <summary>A template in JSON with the long form of intrinsic functions, whichever way it is written.</summary>
internal static class TemplateJson
{
    public static string Of(string template)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(template));
        return Convert(yaml.Documents[0].RootNode).ToJsonString();
    }

    private static JsonNode Convert(YamlNode node)
    {
        JsonNode value = node switch
        {
            YamlMappingNode mapping =>
                new JsonObject(mapping.Select(static it => KeyValuePair.Create($"{it.Key}", (JsonNode?)Convert(it.Value)))),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Convert)]),
            _ => JsonValue.Create($"{node}"),
        };
        return node.Tag is { IsEmpty: false, IsNonSpecific: false, Value: ['!', .. var name] }
            ? new JsonObject { [name is "Ref" or "Condition" ? name : $"Fn::{name}"] = value }
            : value;
    }
}
