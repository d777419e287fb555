using LocalAws.CloudFormation;

namespace LocalAws.Provision;

/// <summary>What a stack on a laptop says where the template asks and the settings are silent.</summary>
internal static class LocalParameters
{
    public static Dictionary<string, string> Of(Template template, ProvisionOptions options)
    {
        var parameters = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in Defaults(options.Region).Where(parameter => template.ParameterNames.Contains(parameter.Name)))
        {
            _ = parameters.TryAdd(name, value);
        }

        return parameters;
    }

    private static (string Name, string Value)[] Defaults(string region) =>
    [
        ("SiteOrigins", "http://localhost:8080,http://127.0.0.1:8080"),
        ("ImageProcessorArn", $"arn:aws:lambda:{region}:000000000000:function:ImageProcessor"),
    ];
}
