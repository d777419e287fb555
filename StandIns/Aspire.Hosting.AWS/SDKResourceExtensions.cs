using Amazon;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;

namespace Aspire.Hosting;

/// <summary>Says with which credentials and in which region AWS is called.</summary>
public static class SDKResourceExtensions
{
    /// <summary>Adds a configuration, which resources refer to.</summary>
    public static IAWSSDKConfig AddAWSSDKConfig(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new AWSSDKConfig();
    }

    /// <summary>Takes the credentials of a profile.</summary>
    public static IAWSSDKConfig WithProfile(this IAWSSDKConfig config, string profile)
    {
        config.Profile = profile;
        return config;
    }

    /// <summary>Chooses the region.</summary>
    public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, RegionEndpoint region)
    {
        config.Region = region;
        return config;
    }

    /// <summary>
    /// Has a process call AWS with the configuration: <c>AWS_PROFILE</c>, <c>AWS_REGION</c>, and <c>AWS__Profile</c>, <c>AWS__Region</c>.
    /// </summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
        where TDestination : IResourceWithEnvironment =>
        builder.WithEnvironment(context => awsSdkConfig.ApplyTo(context.EnvironmentVariables, replace: true));

    /// <summary>Sets what the SDK reads by itself, and what its extensions for configuration read.</summary>
    internal static void ApplyTo(this IAWSSDKConfig config, Dictionary<string, object> environment, bool replace)
    {
        Set("Profile", "AWS_PROFILE", config.Profile);
        Set("Region", "AWS_REGION", config.Region?.SystemName);

        void Set(string setting, string variable, string? value)
        {
            if (!string.IsNullOrEmpty(value) && (replace || !environment.ContainsKey($"AWS__{setting}")))
            {
                environment[$"AWS__{setting}"] = environment[variable] = value;
            }
        }
    }
}
