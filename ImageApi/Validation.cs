using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

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

    public const string Rule = "each of 1 to 100 characters without control characters.";

    public static bool IsValid(string? name) => name is { Length: > 0 and <= MaximumLength } && Text.IsDisplayable(name);
}

internal static class Text
{
    // Explicit directions make a name read otherwise than it is: "gpj.exe" as "exe.jpg".
    private static readonly Rune[] s_bidirectionalControls =
    [
        .. Enumerable.Range(0x202A, 5).Concat(Enumerable.Range(0x2066, 4)).Select(code => new Rune(code)),
    ];

    /// <summary>Whether it is well-formed Unicode that shows as what it is.</summary>
    public static bool IsDisplayable(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || IsControl(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || s_bidirectionalControls.Contains(rune);
}
