using System.Security.Cryptography;
using Iris.Catalog;
using Iris.Tests.Support;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>Files to upload, and what the site calls them.</summary>
internal static class Pictures
{
    private static ReadOnlySpan<byte> StartOfImage => [0xff, 0xd8];

    /// <summary>The photograph with a comment in its JPEG: the same picture, but bytes that nobody has uploaded yet.</summary>
    public static FilePayload OwnCopyOf(Photograph photograph)
    {
        ReadOnlySpan<byte> comment = [0xff, 0xfe, 0, 18, .. Guid.NewGuid().ToByteArray()];
        return new()
        {
            Name = photograph.FileName,
            MimeType = photograph.ContentType,
            Buffer = [.. StartOfImage, .. comment, .. photograph.Bytes.AsSpan(StartOfImage.Length)],
        };
    }

    extension(FilePayload file)
    {
        public ImageId Id => ImageId.FromSha256(SHA256.HashData(file.Buffer));
    }
}
