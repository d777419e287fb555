namespace Iris.Deployment.Stacks;

// What the AWS CLI prints of CloudFormation's answers, as far as it is read.

internal sealed record StacksAnswer(StackAnswer[] Stacks);

internal sealed record StackAnswer(
    string StackName, string StackId, string StackStatus, ParameterAnswer[]? Parameters, OutputAnswer[]? Outputs)
{
    public Stack ToStack() => new(
        StackName,
        StackId,
        StackStatus,
        (Parameters ?? []).ToDictionary(static it => it.ParameterKey, static it => it.ParameterValue),
        (Outputs ?? []).ToDictionary(static it => it.OutputKey, static it => it.OutputValue));
}

internal sealed record ParameterAnswer(string ParameterKey, string ParameterValue);

internal sealed record OutputAnswer(string OutputKey, string OutputValue);

internal sealed record TemplateSummaryAnswer(ParameterDeclaration[]? Parameters);

internal sealed record ParameterDeclaration(string ParameterKey, string? DefaultValue, string? Description);

internal sealed record ChangeSetsAnswer(ChangeSetSummary[] Summaries);

internal sealed record ChangeSetSummary(string ChangeSetName, string? ExecutionStatus);

internal sealed record ChangeSetCreatedAnswer(string Id);

internal sealed record ChangeSetAnswer(
    string ChangeSetId,
    string StackId,
    string Status,
    string? StatusReason,
    string? ExecutionStatus,
    ParameterAnswer[]? Parameters,
    ChangeAnswer[]? Changes)
{
    public ChangeSet ToChangeSet(string stack) =>
        new(stack, ChangeSetId, [.. (Changes ?? []).Select(static it => it.ResourceChange.ToChange())]);
}

internal sealed record TemplateAnswer(string TemplateBody);

internal sealed record ChangeAnswer(ResourceChangeAnswer ResourceChange);

internal sealed record ResourceChangeAnswer(
    string Action, string LogicalResourceId, string ResourceType, string? Replacement, ChangeDetail[]? Details)
{
    public ResourceChange ToChange() => new(
        Action,
        LogicalResourceId,
        ResourceType,
        Replacement ?? "",
        [.. (Details ?? []).Select(static detail => detail.Target?.Name ?? detail.Target?.Attribute).OfType<string>().Distinct()]);
}

internal sealed record ChangeDetail(ChangeTarget? Target);

internal sealed record ChangeTarget(string? Attribute, string? Name);

internal sealed record EventsAnswer(StackEvent[] StackEvents);
