using Amazon;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CloudFormation;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>What the dashboard shows of a stack.</summary>
internal static class StackProperties
{
    public static IEnumerable<ResourcePropertySnapshot> Of(CloudFormationResource resource, Stack stack) =>
    [
        new("resource.source", stack.Id),
        new("aws.cloudformation.status", stack.Status),
        .. resource is CloudFormationTemplateResource template
            ? [new ResourcePropertySnapshot("aws.cloudformation.template", template.TemplatePath)]
            : Array.Empty<ResourcePropertySnapshot>(),
        .. stack.Outputs.Select(
            static output => new ResourcePropertySnapshot($"aws.cloudformation.output.{output.OutputKey}", output.OutputValue)),
    ];

    /// <summary>The page of the stack in the console of AWS.</summary>
    public static IEnumerable<UrlSnapshot> ConsoleOf(Stack stack) => Arn.TryParse(stack.Id, out var arn)
        ?
        [
            new UrlSnapshot(
                "aws-console",
                $"https://console.aws.amazon.com/cloudformation/home?region={Uri.EscapeDataString(arn.Region)}#/stacks/resources?stackId={Uri.EscapeDataString(stack.Id)}",
                IsInternal: false)
            {
                DisplayProperties = new UrlDisplayPropertiesSnapshot("CloudFormation console"),
            },
        ]
        : [];
}
