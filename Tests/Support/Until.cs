namespace Iris.Tests.Support;

internal static class Until
{
    /// <summary>Asks until the answer is yes, for what can only be seen by asking over HTTP. The test's own time limit ends it.</summary>
    public static async Task True(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
