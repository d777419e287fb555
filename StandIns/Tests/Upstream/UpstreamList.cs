using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace StandIns.Tests.Upstream;

/// <summary>
/// A list of upstream's public signatures, as far as they stand here:
/// <code>
/// repository aws/aws-lambda-dotnet
/// Libraries/src/Amazon.Lambda.Core/ILambdaLogger.cs @ 144df7cb
/// interface Amazon.Lambda.Core.ILambdaLogger
///   LogLine(string message) : void
/// </code>
/// </summary>
internal sealed partial record UpstreamList(
    bool IsAnnotated, IReadOnlyList<string> Sources, IReadOnlyList<string> Signatures, IReadOnlyList<string> TypesWithoutSource)
{
    public static UpstreamList Of(string standIn)
    {
        List<string> sources = [], signatures = [], withoutSource = [];
        var annotated = false;
        string? type = null;

        foreach (var line in File.ReadLines(Repository.PathOf("StandIns", "Tests", "Upstream", $"{standIn}.txt")).Where(line => line is not ['#', ..] && line.Length > 0))
        {
            if (line.StartsWith("repository ", StringComparison.Ordinal))
            {
                annotated |= line.EndsWith(" (nullable)", StringComparison.Ordinal);
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                signatures.Add($"{type} {line.Trim()}");
            }
            else if (line.Contains(" @ ", StringComparison.Ordinal))
            {
                sources.Add(line);
            }
            else
            {
                (sources.Count == 0 ? withoutSource : signatures).Add(line);
                type = TypeName().Match(line).Groups["name"].Value;
            }
        }

        return new(annotated, sources, signatures, withoutSource);
    }

    /// <summary>Takes the marks of nullable references off, and leaves those of nullable values: <c>int?</c>.</summary>
    public static string WithoutNullability(string signature) => NullableReference().Replace(signature, "");

    [GeneratedRegex(@"^(?:(?:static|abstract|sealed) )?(?:class|interface|enum|struct|delegate) (?<name>[\w.]+(?:<[\w, ]+>)?)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<!\b(?:bool|float|int|long))\?")]
    private static partial Regex NullableReference();
}
