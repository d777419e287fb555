using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>An output of a stack, which has its value once the stack is there.</summary>
/// <param name="name">The name of the output.</param>
/// <param name="resource">The stack.</param>
public class StackOutputReference(string name, ICloudFormationResource resource) : IManifestExpressionProvider, IValueProvider
{
    /// <summary>The name of the output.</summary>
    public string Name { get; } = name;

    /// <summary>The stack.</summary>
    public ICloudFormationResource Resource { get; } = resource;

    /// <summary>The value as it is now.</summary>
    public string? Value => (Resource.Outputs ?? []).FirstOrDefault(output => output.OutputKey == Name) is { } output
        ? output.OutputValue
        : throw new AWSProvisioningException($"The stack '{Resource.StackName}' has no output '{Name}'. Its outputs are: {string.Join(", ", (Resource.Outputs ?? []).Select(static each => each.OutputKey))}.");

    /// <inheritdoc />
    public string ValueExpression => $"{{{Resource.Name}.output.{Name}}}";

    /// <summary>Waits for the stack, and reads the value.</summary>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        if (Resource.ProvisioningTaskCompletionSource is { } provisioning)
        {
            await provisioning.Task.WaitAsync(cancellationToken);
        }

        return Value;
    }
}
