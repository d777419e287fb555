using System.CommandLine;
using Amazon.Runtime;
using Iris.Deployment;
using Iris.Deployment.Stacks;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Data;

/// <summary>What the commands on data share: whose data it is, and to look without touching.</summary>
internal static class DataArguments
{
    public static readonly Option<string?> Stack = new("--stack", "-s")
    {
        Description = "The name of a stack. Default: what 'dotnet run --project AppHost' runs on this machine.",
    };

    public static readonly Option<bool> DryRun = new("--dry-run", "-n") { Description = "Say what would be done, and change nothing." };

    public static bool IsDryRun(this ParseResult arguments) => arguments.GetValue(DryRun);

    /// <summary>Adds `--stack` and `--dry-run`, and runs <paramref name="action"/> on the images that they name.</summary>
    public static Command RunOnData(this Command command, Func<ParseResult, OperatorConsole, DataTarget, CancellationToken, Task> action)
    {
        command.Options.Add(Stack);
        command.Options.Add(DryRun);
        return command.Run(async (arguments, console, cancellationToken) =>
        {
            await using var data = await FindAsync(arguments.GetValue(Stack), cancellationToken);

            try
            {
                await action(arguments, console, data, cancellationToken);
            }
            catch (AmazonServiceException refusal)
            {
                throw OperationException.Failed($"AWS refused: {refusal.Message} ({refusal.ErrorCode}, {data.Name})");
            }
            catch (Exception failure) when (
                failure is HttpRequestException or AmazonClientException or OperationCanceledException { InnerException: TimeoutException })
            {
                throw OperationException.Failed($"{failure.Message} ({data.Name}){(data.Stack is null ? " Does it run? 'dotnet run --project AppHost' starts it." : "")}");
            }
        });
    }

    private static async Task<DataTarget> FindAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null)
        {
            return DataTarget.Local();
        }

        return await CloudFormation.FindAsync(name, cancellationToken) is { State: StackState.Stands or StackState.Busy } stack
            ? DataTarget.Of(stack)
            : throw OperationException.Unusable($"There is no stack '{name}'.");
    }
}
