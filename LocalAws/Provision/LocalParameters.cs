using LocalAws.Shared.CloudFormation;

namespace LocalAws.Provision;

/// <summary>What a stack on a laptop says where the template asks and the settings are silent.</summary>
internal static class LocalParameters
{
    private static readonly (string Name, string Value)[] s_defaults = [("SiteOrigins", "http://localhost:8080,http://127.0.0.1:8080")];

    public static Dictionary<string, string> Of(Template template, ProvisionOptions options)
    {
        var parameters = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in s_defaults.Where(parameter => template.ParameterNames.Contains(parameter.Name)))
        {
            _ = parameters.TryAdd(name, value);
        }

        return parameters;
    }
}
