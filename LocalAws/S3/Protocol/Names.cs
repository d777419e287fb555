using System.Text;
using System.Text.RegularExpressions;

namespace LocalAws.S3.Protocol;

internal static partial class BucketNames
{
    public static bool IsValid(string name) => Rule().IsMatch(name) && !name.Contains("..");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Rule();
}

internal static class ObjectKey
{
    private const int MaxBytes = 1024;

    public static S3Error? Check(string key) => Encoding.UTF8.GetByteCount(key) > MaxBytes
        ? new S3Error(400, "KeyTooLongError", "Your key is too long").With(("MaxSizeAllowed", "1024"))
        : null;
}
