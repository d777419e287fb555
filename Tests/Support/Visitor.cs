using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Iris.Tests.Support;

/// <summary>Someone with a browser: sends pictures through the HTTP contract and looks at what comes back.</summary>
/// <param name="site">A client whose base address is the site's, or the API's own.</param>
public sealed class Visitor(HttpClient site)
{
    // A presigned URL must be sent as it is, to another origin, without the site's headers.
    private static readonly HttpClient s_storage = new();

    /// <summary>Asks for an upload as the site does: with the name, the type, the size and the hash of the bytes.</summary>
    public Task<HttpResponseMessage> RequestUploadAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken) =>
        site.PostAsJsonAsync(
            "/api/uploads",
            new { fileName, contentType, size = bytes.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) },
            cancellationToken);

    /// <summary>Puts the bytes where the ticket of <c>POST /api/uploads</c> says, with exactly the headers that it gives.</summary>
    public static async Task<HttpResponseMessage> PutAsync(JsonElement upload, byte[] bytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.GetProperty("url").GetString())
        {
            Content = new ByteArrayContent(bytes),
        };

        foreach (var header in upload.GetProperty("headers").EnumerateObject())
        {
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
            {
                request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
            }
        }

        return await s_storage.SendAsync(request, cancellationToken);
    }

    /// <summary>Uploads the bytes unless they are known, and answers the id without waiting for the end of the processing.</summary>
    public async Task<string> UploadAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken)
    {
        using var response = await RequestUploadAsync(bytes, fileName, contentType, cancellationToken);
        response.EnsureSuccessStatusCode();
        var ticket = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);

        if (ticket.TryGetProperty("upload", out var upload) && upload.ValueKind is JsonValueKind.Object)
        {
            using var put = await PutAsync(upload, bytes, cancellationToken);
            put.EnsureSuccessStatusCode();
        }

        return ticket.GetProperty("image").GetProperty("id").GetString()!;
    }

    /// <summary>The image as <c>GET /api/images/{id}</c> shows it once its state is final: ready, rejected or failed.</summary>
    /// <exception cref="OperationCanceledException">The state was not final when <paramref name="cancellationToken"/> fired.</exception>
    public async Task<JsonElement> WaitAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var image = await site.GetFromJsonAsync<JsonElement>($"/api/images/{id}?wait=20", cancellationToken);

            if (image.GetProperty("status").GetString() is "ready" or "rejected" or "failed")
            {
                return image;
            }
        }
    }

    /// <summary>Uploads the bytes and answers the image in its final state.</summary>
    public async Task<JsonElement> SendAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken) =>
        await WaitAsync(await UploadAsync(bytes, fileName, contentType, cancellationToken), cancellationToken);
}
