using System.Net;
using Iris.Client;

namespace Iris.Deployment.Releases;

/// <summary>
/// What a visitor does: opens the site, uploads a picture, waits until it is ready, fetches its thumbnail. Then the picture goes again,
/// whatever came of it.
/// </summary>
public sealed class SmokeTest(ImagesClient images, Uri site)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_patienceWithCleaning = TimeSpan.FromSeconds(30);

    /// <summary>Looks without touching: all that can be done without a token where sign-in is on. Throws with what went wrong.</summary>
    public Task LookAsync(CancellationToken cancellationToken) => TryAsync(
        async patience =>
        {
            await images.GetAsync("", patience);
            await images.ListAsync(limit: 1, patience);
        },
        cancellationToken);

    /// <summary>Does all that a visitor does. Throws with what went wrong.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => TryAsync(
        async patience =>
        {
            await images.GetAsync("", patience);
            await UploadAsync(new ImageFile("smoke-test.png", "image/png", SmokePicture.Create()), patience);
        },
        cancellationToken);

    private async Task UploadAsync(ImageFile picture, CancellationToken cancellationToken)
    {
        var (announced, upload) = await images.AnnounceAsync(picture.Announcement, cancellationToken);
        try
        {
            using var stored = await ImagesClient.PutAsync(upload!, picture.Bytes, cancellationToken);
            await RefusedException.ThrowUnlessSuccessAsync(stored, cancellationToken);
            var image = await images.WaitAsync(announced.Id, cancellationToken);
            if (!image.IsReady)
            {
                throw Failed($"the picture ended as {image.Status} ({image.Reason?.Code}: {image.Reason?.Message})");
            }

            await images.GetAsync(image.Thumbnails![0].Url, cancellationToken);
        }
        catch
        {
            await CleanUpAsync(announced.Id);
            throw;
        }

        await images.DeleteAsync(announced.Id, cancellationToken);
    }

    /// <summary>After a failure, of which the caller is told: that this fails as well would be no news.</summary>
    private async Task CleanUpAsync(string id)
    {
        using var patience = new CancellationTokenSource(s_patienceWithCleaning);
        try
        {
            await images.DeleteAsync(id, patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> test, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await test(patience.Token);
        }
        catch (RefusedException refusal) when (refusal.StatusCode is HttpStatusCode.Unauthorized)
        {
            throw Failed($"{refusal.Message.TrimEnd('.')}. The site asks for a sign-in: is the token in {SignIn.Variable} of its OidcIssuer, for its OidcAudience, and still valid?");
        }
        catch (RefusedException refusal)
        {
            throw Failed(refusal.Message);
        }
        catch (HttpRequestException failure)
        {
            throw Failed($"{site} cannot be reached ({failure.Message})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"it was not through within {s_patience.TotalMinutes} minutes");
        }
    }

    private static OperationException Failed(string what) => OperationException.Failed($"The smoke test failed: {what.TrimEnd('.')}.");
}
