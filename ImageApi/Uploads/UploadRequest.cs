using System.Buffers;
using System.ComponentModel.DataAnnotations;
using Iris.Catalog;

namespace Iris.ImageApi.Uploads;

/// <summary>A file that is about to be uploaded.</summary>
/// <param name="FileName">Its name, for display.</param>
/// <param name="ContentType">Its media type: image/jpeg, image/png, image/webp, image/gif or image/avif.</param>
/// <param name="Size">Its size in bytes; at most 5,242,880.</param>
/// <param name="Sha256">The SHA-256 of its bytes in hex.</param>
internal sealed record UploadRequest(
    [property: StringLength(UploadRequest.MaximumFileNameLength, MinimumLength = 1)] string? FileName,
    [property: StringLength(UploadRequest.MaximumContentTypeLength, MinimumLength = 1)] string? ContentType,
    [property: Range(1, Image.MaximumSize)] long? Size,
    [property: RegularExpression(UploadRequest.Sha256Pattern)] string? Sha256)
{
    public const int MaximumFileNameLength = 255;
    public const int MaximumContentTypeLength = 100;
    public const string Sha256Pattern = "^[0-9a-fA-F]{64}$";

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public Announcement ToAnnouncement(Owner owner, string? traceParent) =>
        new(Sha256!.ToLowerInvariant(), FileName!, MediaType.Find(ContentType!)!, Size!.Value, traceParent) { Owner = owner };

    public Errors Validate() => new Errors()
        .Check(
            "fileName",
            IsFileName(FileName),
            $"Must be 1 to {MaximumFileNameLength} characters, without any that cannot be seen, that control, or that turn text round.")
        .Check("contentType", ContentType is { Length: > 0 and <= MaximumContentTypeLength }, "Must be a media type.")
        .Check("size", Size is > 0, "Must be a whole number above 0.")
        .Check(
            "sha256", Sha256 is { Length: 64 } sha256 && !sha256.AsSpan().ContainsAnyExcept(s_hexDigits), "Must be 64 hexadecimal digits.");

    private static bool IsFileName(string? name) =>
        name is { Length: > 0 and <= MaximumFileNameLength } && !string.IsNullOrWhiteSpace(name) && Text.IsDisplayable(name);
}
