using System.Diagnostics.CodeAnalysis;

namespace Iris.ImageApi;

/// <summary>What is wrong with a request, by field.</summary>
internal sealed class Errors
{
    private readonly Dictionary<string, string[]> _byField = [];

    public Errors Check(string field, bool valid, string message)
    {
        if (!valid)
        {
            _byField[field] = [message];
        }

        return this;
    }

    public bool Any([NotNullWhen(true)] out InvalidRequest? problem)
    {
        problem = _byField.Count > 0 ? new InvalidRequest(_byField) : null;
        return problem is not null;
    }
}

internal static class LabelName
{
    public const int MaximumLength = 100;

    public const string Rule = "each of 1 to 100 characters, without any that cannot be seen, that control, or that turn text round.";

    public static bool IsValid(string? name) => name is { Length: > 0 and <= MaximumLength } && Text.IsDisplayable(name);
}
