using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;
using Aspire.Hosting.AWS.Provisioning;

namespace Aspire.Hosting;

/// <summary>Adds CloudFormation stacks, and gives what they put out to processes.</summary>
public static class CloudFormationExtensions
{
    private const string DefaultConfigSection = "AWS:Resources";

    /// <summary>Adds a stack that is created from a template, or updated when template or parameters have changed.</summary>
    public static IResourceBuilder<ICloudFormationTemplateResource> AddAWSCloudFormationTemplate(
        this IDistributedApplicationBuilder builder, string name, string templatePath, string? stackName = null) =>
        builder.AddResource(
            new CloudFormationTemplateResource(name, stackName ?? name, Path.GetFullPath(templatePath, builder.AppHostDirectory)))
            .WithProvisioning();

    /// <summary>Adds a stack that is there already.</summary>
    public static IResourceBuilder<ICloudFormationStackResource> AddAWSCloudFormationStack(
        this IDistributedApplicationBuilder builder, string name, string? stackName = null) =>
        builder.AddResource(new CloudFormationStackResource(name, stackName ?? name)).WithProvisioning();

    /// <summary>Gives a parameter of the template its value.</summary>
    public static IResourceBuilder<ICloudFormationTemplateResource> WithParameter(
        this IResourceBuilder<ICloudFormationTemplateResource> builder, string parameterName, string parameterValue)
    {
        builder.Resource.AddParameter(parameterName, parameterValue);
        return builder;
    }

    /// <summary>Says with which credentials and in which region the stack is looked after.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
        where TDestination : ICloudFormationResource
    {
        builder.Resource.AWSSDKConfig = awsSdkConfig;
        return builder;
    }

    /// <summary>An output of the stack.</summary>
    public static StackOutputReference GetOutput(this IResourceBuilder<ICloudFormationResource> builder, string name) =>
        new(name, builder.Resource);

    /// <summary>Sets an environment variable to an output, with the credentials and the region of the stack.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, StackOutputReference stackOutputReference)
        where T : IResourceWithEnvironment =>
        builder.WithReferenceRelationship(stackOutputReference.Resource).WithEnvironment(async context =>
        {
            stackOutputReference.Resource.AWSSDKConfig?.ApplyTo(context.EnvironmentVariables, replace: false);
            context.EnvironmentVariables[name] = await stackOutputReference.GetValueAsync(context.CancellationToken) ?? "";
        });

    /// <summary>Waits for a stack and puts all its outputs into a section of the configuration.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<ICloudFormationResource> cloudFormationResourceBuilder,
        string configSection = DefaultConfigSection)
        where TDestination : IResourceWithEnvironment, IResourceWithWaitSupport
    {
        var stack = cloudFormationResourceBuilder.Resource;
        return builder.WaitFor(cloudFormationResourceBuilder).WithReferenceRelationship(stack).WithEnvironment(context =>
        {
            stack.AWSSDKConfig?.ApplyTo(context.EnvironmentVariables, replace: false);

            foreach (var output in stack.Outputs ?? [])
            {
                context.EnvironmentVariables[$"{configSection.Replace(":", "__", StringComparison.Ordinal)}__{output.OutputKey}"] =
                    output.OutputValue;
            }
        });
    }
}
