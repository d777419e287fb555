using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace Iris.Seed;

/// <summary>Uploads pictures as a visitor does, through the HTTP contract, and waits until the machine has looked at each.</summary>
/// <param name="api">A client of the API, or of the site before it.</param>
public sealed class Seeder(HttpClient api)
{
    private const int AtATime = 3;
    private const int WaitSeconds = 20;

    // A presigned URL is sent as it is, to another origin.
    private static readonly HttpClient s_storage = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Sends the pictures, three at a time, and tells what became of each as soon as that is known.</summary>
    public async Task<IReadOnlyList<SeededPicture>> SendAsync(IEnumerable<Picture> pictures, Action<SeededPicture> report, CancellationToken cancellationToken)
    {
        List<SeededPicture> seeded = [];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(pictures, options, async (picture, stop) =>
        {
            var result = await SendAsync(picture, stop);
            lock (seeded)
            {
                seeded.Add(result);
                report(result);
            }
        });
        return seeded;
    }

    private async Task<SeededPicture> SendAsync(Picture picture, CancellationToken cancellationToken)
    {
        var (image, upload) = await AnnounceAsync(picture, cancellationToken);
        if (upload is not null)
        {
            await PutAsync(upload, picture, cancellationToken);
        }

        while (image.Status is "pending" or "processing")
        {
            var path = $"api/images/{image.Id}?wait={WaitSeconds}";
            image = await api.GetFromJsonAsync(path, SeedJson.Default.UploadedImage, cancellationToken) ?? throw NoAnswer(path);
        }

        return new(picture.FileName, image.Id, image.Reason is { } reason ? $"{image.Status} ({reason.Code})" : image.Status, WasKnown: upload is null);
    }

    private async Task<UploadAnswer> AnnounceAsync(Picture picture, CancellationToken cancellationToken)
    {
        const string Path = "api/uploads";
        var request = new UploadRequest(
            picture.FileName, picture.ContentType, picture.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(picture.Bytes)));
        using var response = await api.PostAsJsonAsync(Path, request, SeedJson.Default.UploadRequest, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(SeedJson.Default.UploadAnswer, cancellationToken) ?? throw NoAnswer(Path);
    }

    private static async Task PutAsync(UploadTicket upload, Picture picture, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.Url) { Content = new ByteArrayContent(picture.Bytes) };
        foreach (var (name, value) in upload.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await s_storage.SendAsync(request, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.PreconditionFailed) // Someone else has sent the same bytes meanwhile.
        {
            response.EnsureSuccessStatusCode();
        }
    }

    private static InvalidDataException NoAnswer(string path) => new($"{path} answered with nothing.");
}
