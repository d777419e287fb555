using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris.Client;

/// <summary>A file to upload, as a visitor has it on a disk.</summary>
public sealed record ImageFile(string FileName, string ContentType, byte[] Bytes)
{
    public UploadRequest Announcement => new(FileName, ContentType, Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(Bytes)));
}

/// <summary>The body of <c>POST /api/uploads</c>.</summary>
/// <param name="FileName">As the visitor calls it.</param>
/// <param name="ContentType">One of the media types that are taken.</param>
/// <param name="Size">In bytes, 5 MiB at most.</param>
/// <param name="Sha256">Of the bytes, in 64 hexadecimal digits.</param>
public sealed record UploadRequest(string FileName, string ContentType, long Size, string Sha256);

/// <summary>Its answer. Without an upload these bytes are here already.</summary>
public sealed record UploadAnswer(ImageSummary Image, UploadTicket? Upload);

/// <summary>Where S3 takes exactly the announced bytes, with exactly these headers.</summary>
public sealed record UploadTicket(Uri Url, IReadOnlyDictionary<string, string> Headers);

/// <summary>What every answer says of an image, as far as it is read here.</summary>
public sealed record ImageSummary(string Id, string Status, Reason? Reason, IReadOnlyList<Rendition>? Thumbnails)
{
    public bool IsReady => Status is "ready";

    /// <summary>Whether it stays as it is: ready, rejected or failed.</summary>
    public bool IsFinal => Status is not ("pending" or "processing");
}

/// <summary>Why an image was rejected or has failed.</summary>
public sealed record Reason(string Code, string Message);

/// <summary>A derivative, at an address relative to the site.</summary>
public sealed record Rendition(string Url);

/// <summary>Some of the gallery, newest first.</summary>
public sealed record ImagePage(IReadOnlyList<ImageSummary> Items, string? NextCursor);

/// <summary>An error as RFC 9457 has it.</summary>
internal sealed record Problem(string? Title, string? Detail);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(ImagePage))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ContractJson : JsonSerializerContext;
