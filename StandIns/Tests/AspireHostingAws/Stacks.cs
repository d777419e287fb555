using Amazon.Runtime;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.Client;
using Aspire.Hosting.AWS.CloudFormation;

namespace StandIns.Tests.AspireHostingAws;

/// <summary>The stack that the models here have, and the processes that take its outputs.</summary>
internal static class Stacks
{
    public const string Name = "stack";

    public static IResourceBuilder<ICloudFormationTemplateResource> AddStack(
        this IDistributedApplicationBuilder builder, Uri cloudFormation, string template, string? stackName = null)
    {
        var stack = builder.AddAWSCloudFormationTemplate(Name, template, stackName);
        stack.Resource.StackPollingInterval = 1;
        return stack.At(cloudFormation);
    }

    /// <summary>Reaches CloudFormation elsewhere than on AWS, whatever the environment says.</summary>
    public static IResourceBuilder<T> At<T>(this IResourceBuilder<T> stack, Uri cloudFormation) where T : ICloudFormationResource
    {
        ((CloudFormationResource)(object)stack.Resource).ClientFactory = () => new CloudFormationClient(
            new BasicAWSCredentials("local", "localsecret"),
            new CloudFormationConfig { ServiceURL = cloudFormation.ToString(), AuthenticationRegion = "us-east-1" });
        return stack;
    }

    public static IResourceBuilder<ExecutableResource> AddShell(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "sh", Path.GetTempPath(), "-c", script);

    public static object? PropertyOf(this CustomResourceSnapshot snapshot, string name) =>
        snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
