using System.Net.Http.Json;
using System.Text.Json;
using Iris.Client;

namespace Iris.Tests.Support;

/// <summary>Somebody with a browser, who looks at everything that an answer says.</summary>
/// <param name="site">A client whose base address is the site's; who does not wait may have the API's own.</param>
public sealed class Visitor(HttpClient site)
{
    private readonly ImagesClient _images = new(site);

    /// <summary>Asks for an upload as the site does: with the name, the type, the size and the hash of the bytes.</summary>
    public Task<HttpResponseMessage> RequestUploadAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken) =>
        _images.PostUploadAsync(new ImageFile(fileName, contentType, bytes).Announcement, cancellationToken);

    /// <summary>Puts the bytes where the ticket of <c>POST /api/uploads</c> says, with exactly the headers that it gives.</summary>
    public static Task<HttpResponseMessage> PutAsync(JsonElement upload, byte[] bytes, CancellationToken cancellationToken) =>
        ImagesClient.PutAsync(upload.Deserialize<UploadTicket>(JsonSerializerOptions.Web)!, bytes, cancellationToken);

    /// <summary>Uploads the bytes unless they are known, and answers the id without waiting for the end of the processing.</summary>
    public async Task<string> UploadAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken) =>
        (await _images.UploadAsync(new ImageFile(fileName, contentType, bytes), cancellationToken)).Image.Id;

    /// <summary>The image as <c>GET /api/images/{id}</c> shows it once its state is final: ready, rejected or failed.</summary>
    /// <exception cref="OperationCanceledException">The state was not final when <paramref name="cancellationToken"/> fired.</exception>
    public async Task<JsonElement> WaitAsync(string id, CancellationToken cancellationToken)
    {
        var image = await _images.WaitAsync(id, cancellationToken);
        return await site.GetFromJsonAsync<JsonElement>($"api/images/{image.Id}", cancellationToken);
    }

    /// <summary>Uploads the bytes and answers the image in its final state.</summary>
    public async Task<JsonElement> SendAsync(byte[] bytes, string fileName, string contentType, CancellationToken cancellationToken) =>
        await WaitAsync(await UploadAsync(bytes, fileName, contentType, cancellationToken), cancellationToken);
}
