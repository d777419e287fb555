using Iris.Client;

namespace Iris.Seed;

/// <summary>Uploads pictures as a visitor does, and waits until the machine has looked at each.</summary>
/// <param name="images">A client of the site.</param>
public sealed class Seeder(ImagesClient images)
{
    private const int AtATime = 3;

    /// <summary>Sends the pictures, three at a time, and tells what became of each as soon as that is known.</summary>
    public async Task<IReadOnlyList<SeededPicture>> SendAsync(
        IEnumerable<ImageFile> pictures, Action<SeededPicture> report, CancellationToken cancellationToken)
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

    private async Task<SeededPicture> SendAsync(ImageFile picture, CancellationToken cancellationToken)
    {
        var (image, upload) = await images.UploadAsync(picture, cancellationToken);
        if (!image.IsFinal)
        {
            image = await images.WaitAsync(image.Id, cancellationToken);
        }

        return new(
            picture.FileName,
            image.Id,
            image.Reason is { } reason ? $"{image.Status} ({reason.Code})" : image.Status,
            WasKnown: upload is null);
    }
}

/// <summary>What became of a picture.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Id">Its id in Iris.</param>
/// <param name="Status">The state that it ended in, with the reason when it was rejected or has failed.</param>
/// <param name="WasKnown">Its bytes were there before.</param>
public sealed record SeededPicture(string FileName, string Id, string Status, bool WasKnown);
