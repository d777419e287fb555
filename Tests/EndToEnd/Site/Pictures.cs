using System.Security.Cryptography;
using Iris.Catalog;
using Iris.Tests.Support;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>Files to upload, and what the site calls them.</summary>
internal static class Pictures
{
    /// <summary>The cookie by which the API knows a browser.</summary>
    public const string Cookie = "iris-key";

    /// <summary>The key of the browser that the tests look through.</summary>
    public const string Key = "dGhlIGJyb3dzZXIgdGhhdCB0aGUgdGVzdHMgdXNlLi4";

    // What a browser does with files from another program, which no test can be.
    private const string AsDataTransfer =
        """
        files => {
          const transfer = new DataTransfer();
          for (const { name, type, base64 } of files) {
            transfer.items.add(new File([Uint8Array.from(atob(base64), char => char.charCodeAt(0))], name, { type }));
          }
          return transfer;
        }
        """;

    /// <summary>The photograph in bytes that nobody has uploaded yet.</summary>
    public static FilePayload OwnCopyOf(Photograph photograph) =>
        new() { Name = photograph.FileName, MimeType = photograph.ContentType, Buffer = photograph.Distinct() };

    extension(IPage page)
    {
        /// <summary>Files as the pointer or the clipboard holds them: a <c>DataTransfer</c>.</summary>
        public Task<IJSHandle> HoldAsync(params FilePayload[] files) => page.EvaluateHandleAsync(
            AsDataTransfer,
            files.Select(static file => new { name = file.Name, type = file.MimeType, base64 = Convert.ToBase64String(file.Buffer) }).ToArray());
    }

    extension(FilePayload file)
    {
        public ImageId Id => ImageId.FromSha256(SHA256.HashData(file.Buffer));
    }
}
