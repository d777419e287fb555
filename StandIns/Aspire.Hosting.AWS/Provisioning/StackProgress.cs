using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Follows what CloudFormation does to a stack, and tells it.</summary>
/// <param name="stacks">The stack.</param>
/// <param name="interval">How long lies between two looks.</param>
/// <param name="changed">Told each new status.</param>
/// <param name="logger">Told each new event.</param>
internal sealed class StackProgress(Stacks stacks, TimeSpan interval, Func<string, Task> changed, ILogger logger)
{
    private readonly HashSet<string> _known = [];
    private readonly List<StackEvent> _failures = [];
    private string _status = "";

    /// <summary>Why resources could not be made, beginning with the first.</summary>
    public IEnumerable<StackEvent> Failures => _failures;

    /// <summary>Passes over what has happened until now.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken) =>
        _known.UnionWith((await stacks.EventsAsync(cancellationToken)).Select(static stackEvent => stackEvent.Id));

    /// <summary>Waits until nothing is in progress; null when there is no stack, or no longer.</summary>
    public async Task<Stack?> UntilSettledAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var stack = await stacks.FindAsync(cancellationToken);
            if (stack is null)
            {
                return null;
            }

            await TellAsync(stack, cancellationToken);
            if (!stack.IsInProgress)
            {
                return stack;
            }

            await Task.Delay(interval, cancellationToken);
        }
    }

    private async Task TellAsync(Stack stack, CancellationToken cancellationToken)
    {
        if (stack.IsInProgress && stack.Status != _status)
        {
            await changed(stack.Status);
        }

        _status = stack.Status;
        foreach (var stackEvent in (await stacks.EventsAsync(cancellationToken)).Reverse().Where(stackEvent => _known.Add(stackEvent.Id)))
        {
            if (!stackEvent.IsFailure)
            {
                logger.ResourceChanged(stackEvent);
                continue;
            }

            logger.ResourceFailed(stackEvent);
            _failures.Add(stackEvent);
        }
    }
}
