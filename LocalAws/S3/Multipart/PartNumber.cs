using System.Globalization;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Multipart;

internal static class PartNumber
{
    public const int Max = 10_000;

    /// <returns>Null when it is none.</returns>
    public static int? TryRead(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Max ? number : null;

    public static S3Error Invalid() => S3Error.InvalidArgument($"Part number must be an integer between 1 and {Max}, inclusive");
}
