namespace Iris.Ops.Stacks;

/// <summary>A CloudFormation stack as it is now.</summary>
internal sealed record Stack(string Name, string Id, string Status, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Outputs)
{
    public StackState State => StackStates.Of(Status);

    public string Output(string name) =>
        Outputs.GetValueOrDefault(name) ?? throw CommandLine.OpsException.Failed($"The stack '{Name}' has no output '{name}'. Was it made from this template?");
}
