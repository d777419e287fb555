using System.Text.RegularExpressions;

namespace LocalAws.S3.Protocol;

internal static partial class BucketNames
{
    public static bool IsValid(string name) => Rule().IsMatch(name) && !name.Contains("..");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Rule();
}
