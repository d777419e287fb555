using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds parameters, whose values the configuration gives under <c>Parameters:{name}</c>.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter that the configuration must set.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddParameter(name, static fallback => fallback?.GetDefaultValue(), secret);

    /// <summary>Adds a parameter with a value that the configuration may change.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    /// <summary>Adds a parameter with a value that is found when it is needed, and that the configuration may change.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false)
    {
        _ = publishValueAsDefault;
        return builder.AddParameter(name, _ => valueGetter(), secret);
    }

    private static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, Func<ParameterDefault?, string?> fallback, bool secret)
    {
        var key = $"Parameters:{name}";
        return builder.AddResource(new ParameterResource(name, Value, secret));

        string Value(ParameterDefault? @default) => builder.Configuration[key] ?? fallback(@default)
            ?? throw new MissingParameterValueException(
                $"Parameter '{name}' has no value. Set '{key}' in the AppHost's configuration, for example with the environment variable Parameters__{name}.");
    }
}
