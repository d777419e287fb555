using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Iris.Client;

/// <summary>The HTTP contract from a visitor's side. What is not answered as it should be is a <see cref="RefusedException"/>.</summary>
/// <param name="site">A client whose base address is the site's.</param>
public sealed class ImagesClient(HttpClient site) : IDisposable
{
    // As the site has it: each pause is an eighth of the wait so far, and now and then the API is asked, should an outcome have got lost.
    private const int LooksPerQuestion = 32;

    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    // The storage is another origin: it gets the presigned URL as it is, and nothing that is meant for the site.
    private static readonly HttpClient s_storage = Connection.Open(isLocal: false), s_localStorage = Connection.Open(isLocal: true);

    /// <summary>A client of its own, which tries again for a while when the site is not available.</summary>
    /// <param name="site">The site's address, with a slash at the end.</param>
    /// <param name="token">What signs the visitor in, where the site wants that.</param>
    public static ImagesClient Connect(Uri site, string? token = null)
    {
        var http = Connection.Open(site.IsLoopback);
        http.BaseAddress = site;
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return new ImagesClient(http);
    }

    public void Dispose() => site.Dispose();

    /// <summary>Any address of the site: a page, a derivative.</summary>
    public async Task GetAsync(string address, CancellationToken cancellationToken)
    {
        using var response = await site.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await RefusedException.ThrowUnlessSuccessAsync(response, cancellationToken);
    }

    /// <summary>Asks for an upload, and leaves the answer to the caller.</summary>
    public Task<HttpResponseMessage> PostUploadAsync(UploadRequest request, CancellationToken cancellationToken) =>
        site.PostAsJsonAsync("api/uploads", request, ContractJson.Default.UploadRequest, cancellationToken);

    /// <summary>Asks for an upload.</summary>
    public async Task<UploadAnswer> AnnounceAsync(UploadRequest request, CancellationToken cancellationToken)
    {
        using var response = await PostUploadAsync(request, cancellationToken);
        return await ReadAsync(response, ContractJson.Default.UploadAnswer, cancellationToken);
    }

    /// <summary>Puts the bytes where the ticket says, and leaves the answer to the caller.</summary>
    public static async Task<HttpResponseMessage> PutAsync(UploadTicket upload, byte[] bytes, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.Url) { Content = new ByteArrayContent(bytes) };
        foreach (var (name, value) in upload.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await (upload.Url.IsLoopback ? s_localStorage : s_storage).SendAsync(request, cancellationToken);
    }

    /// <summary>Uploads a file unless its bytes are here already, and does not wait until they are processed.</summary>
    public async Task<UploadAnswer> UploadAsync(ImageFile file, CancellationToken cancellationToken)
    {
        var answer = await AnnounceAsync(file.Announcement, cancellationToken);
        if (answer.Upload is { } upload)
        {
            using var stored = await PutAsync(upload, file.Bytes, cancellationToken);
            if (stored.StatusCode is not HttpStatusCode.PreconditionFailed) // The same bytes have come from elsewhere meanwhile.
            {
                await RefusedException.ThrowUnlessSuccessAsync(stored, cancellationToken);
            }
        }

        return answer;
    }

    /// <summary>The image as soon as its state is final, however long that takes.</summary>
    public async Task<ImageSummary> WaitAsync(string id, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;

        for (var look = 1; ; look++)
        {
            var pause = TimeSpan.FromTicks(Math.Clamp(waited.Ticks / 8, s_shortestPause.Ticks, s_longestPause.Ticks));
            await Task.Delay(pause, cancellationToken);
            waited += pause;
            var image = look % LooksPerQuestion == 0
                ? await FindAsync(id, cancellationToken)
                : await FindOutcomeAsync(id, cancellationToken);

            if (image is { IsFinal: true })
            {
                return image;
            }
        }
    }

    private async Task<ImageSummary> FindAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await site.GetAsync($"api/images/{id}", cancellationToken);
        return await ReadAsync(response, ContractJson.Default.ImageSummary, cancellationToken);
    }

    /// <summary>The object that is there as soon as the image is final.</summary>
    private async Task<ImageSummary?> FindOutcomeAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await site.GetAsync($"images/{id}/outcome.json", cancellationToken);
        return response.StatusCode is HttpStatusCode.NotFound
            ? null
            : await ReadAsync(response, ContractJson.Default.ImageSummary, cancellationToken);
    }

    /// <summary>The newest images of the gallery, at most 100.</summary>
    public async Task<ImagePage> ListAsync(int limit, CancellationToken cancellationToken)
    {
        using var response = await site.GetAsync($"api/images?limit={limit}", cancellationToken);
        return await ReadAsync(response, ContractJson.Default.ImagePage, cancellationToken);
    }

    /// <summary>Deletes an image with all that belongs to it; one that is gone already as well.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await site.DeleteAsync($"api/images/{id}", cancellationToken);
        await RefusedException.ThrowUnlessSuccessAsync(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await RefusedException.ThrowUnlessSuccessAsync(response, cancellationToken);
        try
        {
            return (await response.Content.ReadFromJsonAsync(type, cancellationToken))!;
        }
        catch (JsonException)
        {
            throw await RefusedException.OfAsync(response, cancellationToken);
        }
    }
}
