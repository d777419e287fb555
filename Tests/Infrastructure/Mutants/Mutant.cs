namespace Iris.Tests.Infrastructure.Mutants;

/// <summary>One line of the template changed for the worse, and the rule that has to notice it.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Original">What stands in the template; its first occurrence is changed.</param>
/// <param name="Change">What stands there instead.</param>
internal sealed record Mutant(string Rule, string Original, string Change)
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        .. DataMutants.All, .. UploadMutants.All, .. PolicyMutants.All, .. SecurityHeaderMutants.All,
        .. FunctionMutants.All, .. HttpApiMutants.All, .. DistributionMutants.All, .. RoleMutants.All, .. OperationMutants.All,
    ];

    public string Apply(string text)
    {
        var at = text.IndexOf(Original, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The template does not say «{Original}» any more.");
        return string.Concat(text.AsSpan(0, at), Change, text.AsSpan(at + Original.Length));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Rule}: «{Change.Trim()}»";
}
