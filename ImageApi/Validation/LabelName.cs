namespace Iris.ImageApi.Validation;

internal static class LabelName
{
    public const int MaximumLength = 100;

    public const string Rule = "each of 1 to 100 characters without control characters.";

    public static bool IsValid(string? name) => name is { Length: > 0 and <= MaximumLength } && Text.IsDisplayable(name);
}
