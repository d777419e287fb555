using System.Buffers;
using Iris.ImageApi.Validation;

namespace Iris.ImageApi.Uploads;

internal static class UploadRequestValidation
{
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static Errors Validate(this UploadRequest request) => new Errors()
        .Check("fileName", IsFileName(request.FileName), $"Must be 1 to {UploadRequest.MaximumFileNameLength} characters without control characters.")
        .Check("contentType", request.ContentType is { Length: > 0 and <= UploadRequest.MaximumContentTypeLength }, "Must be a media type.")
        .Check("size", request.Size is > 0, "Must be a whole number above 0.")
        .Check("sha256", request.Sha256 is { Length: 64 } sha256 && !sha256.AsSpan().ContainsAnyExcept(s_hexDigits), "Must be 64 hexadecimal digits.");

    private static bool IsFileName(string? name) =>
        name is { Length: > 0 and <= UploadRequest.MaximumFileNameLength } && !string.IsNullOrWhiteSpace(name) && Text.IsDisplayable(name);
}
