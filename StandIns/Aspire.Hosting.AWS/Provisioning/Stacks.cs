using Amazon.Runtime;
using Aspire.Hosting.AWS.Client;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>The stack of one name: what CloudFormation says of it, and what it can be told to do.</summary>
internal sealed class Stacks(CloudFormationClient client, string name)
{
    /// <summary>The stack, or null when there is none.</summary>
    public async Task<Stack?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.CallAsync("DescribeStacks", [new("StackName", name)], cancellationToken);
            return answer.Element("Stacks")?.Elements().Select(Stack.Read).FirstOrDefault();
        }
        catch (AmazonServiceException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <summary>What has happened to the stack's resources, newest first.</summary>
    public async Task<IReadOnlyList<StackEvent>> EventsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.CallAsync("DescribeStackEvents", [new("StackName", name)], cancellationToken);
            return [.. answer.Element("StackEvents")?.Elements().Select(StackEvent.Read) ?? []];
        }
        catch (AmazonServiceException missing) when (IsMissing(missing))
        {
            return [];
        }
    }

    public Task CreateAsync(StackSource source, CancellationToken cancellationToken) =>
        client.CallAsync("CreateStack", source.Form(name), cancellationToken);

    /// <summary>Updates the stack; false when CloudFormation finds nothing to update.</summary>
    public async Task<bool> UpdateAsync(StackSource source, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync("UpdateStack", source.Form(name), cancellationToken);
            return true;
        }
        catch (AmazonServiceException unchanged) when (unchanged.ErrorCode == "ValidationError" && unchanged.Message.Contains("No updates are to be performed", StringComparison.Ordinal))
        {
            return false;
        }
    }

    public Task DeleteAsync(CancellationToken cancellationToken) =>
        client.CallAsync("DeleteStack", [new("StackName", name)], cancellationToken);

    // There is no code of its own for a stack that is not there.
    private static bool IsMissing(AmazonServiceException failure) =>
        failure.ErrorCode == "ValidationError" && failure.Message.Contains("does not exist", StringComparison.OrdinalIgnoreCase);
}
