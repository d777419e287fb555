using System.Text.Json;

namespace Iris.Deployment.Stacks;

/// <summary>The parameters of a change: what is said, else what the stack has, else what the template says.</summary>
internal static class ParameterValues
{
    /// <summary>As the AWS CLI takes them. JSON, since its shorthand reads commas and equal signs in values.</summary>
    public static IReadOnlyList<string> Merge(
        IReadOnlyList<ParameterDeclaration> declared,
        IReadOnlyDictionary<string, string> said,
        IReadOnlyDictionary<string, string>? current)
    {
        RequireKnown(declared, said);
        RequireAll(declared, said, current);
        return
        [
            .. declared
                .Where(it => said.ContainsKey(it.ParameterKey) || current?.ContainsKey(it.ParameterKey) is true)
                .Select(it => said.TryGetValue(it.ParameterKey, out var value)
                    ? JsonSerializer.Serialize(new { it.ParameterKey, ParameterValue = value })
                    : JsonSerializer.Serialize(new { it.ParameterKey, UsePreviousValue = true })),
        ];
    }

    /// <summary>What they come to.</summary>
    public static IReadOnlyDictionary<string, string?> Resolve(
        IReadOnlyList<ParameterDeclaration> declared,
        IReadOnlyDictionary<string, string> said,
        IReadOnlyDictionary<string, string> current)
    {
        RequireKnown(declared, said);
        return declared.ToDictionary(
            static it => it.ParameterKey,
            it => said.GetValueOrDefault(it.ParameterKey) ?? current.GetValueOrDefault(it.ParameterKey) ?? it.DefaultValue);
    }

    private static void RequireKnown(IReadOnlyList<ParameterDeclaration> declared, IReadOnlyDictionary<string, string> said)
    {
        string[] unknown = [.. said.Keys.Except(declared.Select(static it => it.ParameterKey))];

        if (unknown is not [])
        {
            throw OperationException.Unusable(
                $"The template has no parameter {string.Join(", ", unknown)}. It has: {string.Join(", ", declared.Select(static it => it.ParameterKey))}.");
        }
    }

    private static void RequireAll(
        IReadOnlyList<ParameterDeclaration> declared,
        IReadOnlyDictionary<string, string> said,
        IReadOnlyDictionary<string, string>? current)
    {
        ParameterDeclaration[] missing =
            [.. declared.Where(it => it.DefaultValue is null && !said.ContainsKey(it.ParameterKey) && current?.ContainsKey(it.ParameterKey) is not true)];

        if (missing is not [])
        {
            throw OperationException.Unusable("The template needs: " + string.Join("; ", missing.Select(static it => $"--parameter {it.ParameterKey}=… ({it.Description})")));
        }
    }
}
