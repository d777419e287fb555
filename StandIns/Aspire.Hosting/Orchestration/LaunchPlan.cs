namespace Aspire.Hosting.Orchestration;

/// <summary>What is run, where, and with which environment, once every value is known.</summary>
internal sealed record LaunchPlan(
    string Command,
    IReadOnlyList<string> Args,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment);
