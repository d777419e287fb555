namespace Iris.Ops.Stacks;

/// <summary>What a stack is to become: a template, and the parameters that are said; of the others it keeps the values that it has.</summary>
internal sealed record StackChange(string Stack, TemplateSource Template, IReadOnlyDictionary<string, string> Parameters);
