using Iris.Catalog;

namespace Iris.ImageApi.Images;

internal static class ImageWait
{
    // Most images take 0.2 to 0.6 s: looking often in the beginning notices at once, and 20 s of waiting still cost no more than 90 reads.
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>The image as soon as it is final, or as it is when the time is up; null when there is none.</summary>
    public static async Task<Image?> WaitAsync(
        this ImageCatalog images, ImageId id, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();

        for (var pause = s_firstPause; ; pause = TimeSpan.FromTicks(Math.Min(s_longestPause.Ticks, pause.Ticks * 5 / 4)))
        {
            var image = await images.FindAsync(id, cancellationToken);
            var left = patience - clock.GetElapsedTime(began);

            if (image is null or { IsFinal: true } || left <= TimeSpan.Zero)
            {
                return image;
            }

            await Task.Delay(pause < left ? pause : left, clock, cancellationToken);
        }
    }
}
