using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Deploying;

/// <summary>What a visitor does: opens the site, uploads a picture, waits until it is ready, fetches its thumbnail. Then the picture goes again.</summary>
internal sealed class SmokeTest(Uri site) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly HttpClient _http = SiteClient.Connect(site);

    /// <summary>Throws with what went wrong.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);

        try
        {
            await OpenAsync(patience.Token);
            var id = await UploadAsync(SmokePicture.Create(), patience.Token);
            var image = await WaitAsync(id, patience.Token);
            await FetchAsync(image, patience.Token);
            using var gone = await _http.DeleteAsync($"api/images/{id}", patience.Token);
            await RequireAsync(gone, "deleting the picture", patience.Token);
        }
        catch (HttpRequestException failure)
        {
            throw OpsException.Failed($"The smoke test failed: {site} cannot be reached ({failure.Message}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw OpsException.Failed($"The smoke test failed: no ready picture within {s_patience.TotalMinutes} minutes.");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var page = await _http.GetAsync("", cancellationToken);
        await RequireAsync(page, "opening the site", cancellationToken);
    }

    private async Task<string> UploadAsync(byte[] picture, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(picture));
        using var answer = await _http.PostAsJsonAsync(
            "api/uploads", new { fileName = "smoke-test.png", contentType = "image/png", size = picture.Length, sha256 }, cancellationToken);
        await RequireAsync(answer, "asking for an upload", cancellationToken);
        var ticket = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var upload = ticket.GetProperty("upload");
        using var put = new HttpRequestMessage(HttpMethod.Put, upload.GetProperty("url").GetString()) { Content = new ByteArrayContent(picture) };

        foreach (var header in upload.GetProperty("headers").EnumerateObject())
        {
            _ = put.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString())
                || put.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        // The storage is another origin: it gets no token of the site's.
        using var storage = new HttpClient();
        using var stored = await storage.SendAsync(put, cancellationToken);
        await RequireAsync(stored, "storing the picture", cancellationToken);

        return ticket.GetProperty("image").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> WaitAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var answer = await _http.GetAsync($"api/images/{id}?wait=10", cancellationToken);
            await RequireAsync(answer, "waiting for the picture", cancellationToken);
            var image = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);

            switch (image.GetProperty("status").GetString())
            {
                case "ready":
                    return image;
                case "rejected" or "failed":
                    throw OpsException.Failed($"The smoke test failed: the picture ended as {image.GetProperty("status")} ({image.GetProperty("reason")}).");
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private async Task FetchAsync(JsonElement image, CancellationToken cancellationToken)
    {
        using var thumbnail = await _http.GetAsync(image.GetProperty("thumbnails")[0].GetProperty("url").GetString(), cancellationToken);
        await RequireAsync(thumbnail, "fetching the thumbnail", cancellationToken);
    }

    private static async Task RequireAsync(HttpResponseMessage answer, string what, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
        {
            throw OpsException.Failed($"The smoke test failed: {what} asks for a sign-in. Put a token of your identity provider in {SiteClient.TokenVariable}, or pass --no-smoke-test.");
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw OpsException.Failed($"The smoke test failed: {what} answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
