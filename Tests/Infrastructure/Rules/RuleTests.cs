using Iris.Tests.Infrastructure.App;

namespace Iris.Tests.Infrastructure.Rules;

/// <summary>One topic of a template: its rules, each with the changes that break it.</summary>
public interface ITopic
{
    /// <summary>The template that the rules speak of: app.yaml, unless a topic says otherwise.</summary>
    static virtual TestedTemplate Template => new(AppTemplate.Text, AppTemplate.Resources);

    static abstract IReadOnlyList<Rule> Rules { get; }
}

/// <summary>A template, and what a stack of it, or of a mutant of it, would have.</summary>
public sealed record TestedTemplate(string Text, Func<string, IReadOnlyList<Resource>> Resources);

/// <summary>
/// Holds the template to the rules of a topic, and the rules to their mutants: a rule that nothing can break says nothing.
/// </summary>
public abstract class RuleTests<TTopic>
    where TTopic : ITopic
{
    private static readonly IReadOnlyList<Resource> s_good = TTopic.Template.Resources(TTopic.Template.Text);

    public static TheoryData<string> Names => [.. TTopic.Rules.Select(rule => rule.Name)];

    public static TheoryData<string, string, string> Mutants =>
        [.. TTopic.Rules.SelectMany(rule => rule.Mutants.Select(mutant => (rule.Name, mutant.Original, mutant.Change)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_resource_breaks_the_rule(string rule) => Assert.Empty(Named(rule).Broken(s_good));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_speaks_of_a_resource_that_exists(string rule) =>
        Assert.Contains(s_good, resource => resource.Type == Named(rule).Type);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_change_for_the_worse_breaks_the_rule(string rule, string original, string change) =>
        Assert.NotEmpty(Named(rule).Broken(TTopic.Template.Resources(new Mutant(original, change).Apply(TTopic.Template.Text))));

    [Fact]
    public void Every_rule_has_a_mutant_that_breaks_it() => Assert.All(TTopic.Rules, rule => Assert.NotEmpty(rule.Mutants));

    private static Rule Named(string name) => TTopic.Rules.Single(rule => rule.Name == name);
}
