using System.Text.RegularExpressions;

namespace LocalAws.Shared.CloudFormation;

/// <summary>The <c>${Name}</c> of Fn::Sub; <c>${!Name}</c> is its escape and stands for the text <c>${Name}</c>.</summary>
internal static partial class Substitution
{
    public static string Replace(string text, Func<string, string> value) => Placeholder().Replace(text, match =>
        match.Groups["escape"].Success ? $"${{{match.Groups["name"].Value}}}" : value(match.Groups["name"].Value.Trim()));

    [GeneratedRegex(@"\$\{(?<escape>!)?(?<name>[^}]*)\}")]
    private static partial Regex Placeholder();
}
