using Iris.Deployment.Aws;

namespace Iris.Deployment.Stacks;

/// <summary>The calls to CloudFormation, one method a call.</summary>
public static class CloudFormation
{
    private static readonly string[] s_capabilities = ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"];

    /// <summary>The stack, or null.</summary>
    public static async Task<Stack?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await CallAsync<StacksAnswer>(["describe-stacks", "--stack-name", name], cancellationToken);
            return answer.Stacks[0].ToStack() is { State: not StackState.Gone } stack ? stack : null;
        }
        catch (AwsException refusal) when (refusal.Reason.EndsWith("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>The parameters that a template declares.</summary>
    internal static async Task<IReadOnlyList<ParameterDeclaration>> ReadParametersAsync(TemplateSource template, CancellationToken cancellationToken) =>
        (await CallAsync<TemplateSummaryAnswer>(["get-template-summary", .. template.Arguments], cancellationToken)).Parameters ?? [];

    /// <summary>Asks for a change set, which CloudFormation works out afterwards; answers its ARN.</summary>
    public static async Task<string> CreateChangeSetAsync(string stack, string name, bool isNew, TemplateSource template, IEnumerable<string> parameters, CancellationToken cancellationToken) =>
        (await CallAsync<ChangeSetCreatedAnswer>(
            [
                "create-change-set", "--stack-name", stack, "--change-set-name", name, "--change-set-type", isNew ? "CREATE" : "UPDATE",
                .. template.Arguments, .. s_capabilities, .. With("--parameters", parameters),
            ],
            cancellationToken)).Id;

    internal static Task<ChangeSetAnswer> DescribeChangeSetAsync(string stack, string arn, CancellationToken cancellationToken) =>
        CallAsync<ChangeSetAnswer>(["describe-change-set", "--stack-name", stack, "--change-set-name", arn], cancellationToken);

    /// <summary>The template of a change set, as it was sent.</summary>
    internal static async Task<string> TemplateOfAsync(string stack, string changeSet, CancellationToken cancellationToken) =>
        (await CallAsync<TemplateAnswer>(
            ["get-template", "--stack-name", stack, "--change-set-name", changeSet, "--template-stage", "Original"], cancellationToken))
            .TemplateBody;

    /// <summary>The change sets that wait to be executed, or never will be. What was executed is history, and is not listed.</summary>
    public static async Task<IReadOnlyList<string>> ListOpenChangeSetsAsync(string stack, CancellationToken cancellationToken) =>
    [
        .. (await CallAsync<ChangeSetsAnswer>(["list-change-sets", "--stack-name", stack], cancellationToken)).Summaries
            .Where(static it => it.ExecutionStatus?.StartsWith("EXECUTE_", StringComparison.Ordinal) is not true)
            .Select(static it => it.ChangeSetName),
    ];

    public static Task DeleteChangeSetAsync(string stack, string name, CancellationToken cancellationToken) =>
        RunAsync(["delete-change-set", "--stack-name", stack, "--change-set-name", name], cancellationToken);

    public static Task ExecuteAsync(ChangeSet changes, CancellationToken cancellationToken) =>
        RunAsync(["execute-change-set", "--stack-name", changes.Stack, "--change-set-name", changes.Arn], cancellationToken);

    /// <summary>The latest events, newest first. A deleted stack answers to its id alone.</summary>
    public static async Task<IReadOnlyList<StackEvent>> LatestEventsAsync(string nameOrId, CancellationToken cancellationToken) =>
        (await CallAsync<EventsAnswer>(["describe-stack-events", "--stack-name", nameOrId, "--max-items", "200"], cancellationToken))
            .StackEvents;

    public static Task DeleteAsync(string stack, CancellationToken cancellationToken) =>
        RunAsync(["delete-stack", "--stack-name", stack], cancellationToken);

    public static Task ProtectAsync(string stack, bool isProtected, CancellationToken cancellationToken) =>
        RunAsync(
            ["update-termination-protection", isProtected ? "--enable-termination-protection" : "--no-enable-termination-protection", "--stack-name", stack],
            cancellationToken);

    public static Task SetPolicyAsync(string stack, string path, CancellationToken cancellationToken) =>
        RunAsync(["set-stack-policy", "--stack-name", stack, "--stack-policy-body", $"file://{path}"], cancellationToken);

    private static IEnumerable<string> With(string option, IEnumerable<string> values) => values.Any() ? values.Prepend(option) : [];

    private static Task<T> CallAsync<T>(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        AwsCli.CallAsync<T>(arguments.Prepend("cloudformation"), cancellationToken);

    private static Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        AwsCli.RunAsync(arguments.Prepend("cloudformation"), cancellationToken);
}
