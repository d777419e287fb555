using System.Text.Json;
using System.Text.RegularExpressions;
using LocalAws.Shared;

namespace Iris.Tests.EndToEnd;

public sealed partial class CommandsTests
{
    private readonly CancellationToken _cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poison_image_fails_becomes_a_dead_letter_is_sent_again_and_cleared_away()
    {
        await using var iris = await IrisApplication.StartAsync(_cancellationToken, "--ephemeral");
        using var lambda = LocalAccount.ConnectToLambda(iris.AddressOf("lambda"));

        var sent = await iris.Commands.ExecuteCommandAsync("lambda", "send-poison-image", _cancellationToken);
        Assert.True(sent.Success, sent.Message);
        var image = await iris.Visitor.WaitAsync(Id().Match(sent.Message!).Value, _cancellationToken);
        Assert.Equal(
            ("failed", "processing-failed"),
            (image.GetProperty("status").GetString(), image.GetProperty("reason").GetProperty("code").GetString()));

        while (await DeadLettersAsync(lambda) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), _cancellationToken);
        }

        Assert.Equal("1 events sent again.", (await iris.Commands.ExecuteCommandAsync("lambda", "redrive", _cancellationToken)).Message);
        Assert.Equal(
            "1 images deleted.", (await iris.Commands.ExecuteCommandAsync("cloudfront", "clear-data", _cancellationToken)).Message);
        using var images = JsonDocument.Parse(await iris.Site.GetStringAsync("/api/images", _cancellationToken));
        Assert.Empty(images.RootElement.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_new_gallery_is_filled_and_only_once()
    {
        await using var iris = await IrisApplication.StartAsync(_cancellationToken, "--ephemeral");

        var first = await iris.Commands.ExecuteCommandAsync("cloudfront", "seed", _cancellationToken);
        var second = await iris.Commands.ExecuteCommandAsync("cloudfront", "seed", _cancellationToken);

        Assert.Equal(("20 pictures added, 0 already here.", "0 pictures added, 20 already here."), (first.Message, second.Message));
        using var images = JsonDocument.Parse(await iris.Site.GetStringAsync("/api/images?limit=100", _cancellationToken));
        Assert.Equal(
            Enumerable.Repeat("ready", 20),
            images.RootElement.GetProperty("items").EnumerateArray().Select(static image => image.GetProperty("status").GetString()));
    }

    private async Task<int> DeadLettersAsync(HttpClient lambda)
    {
        using var failures = JsonDocument.Parse(await lambda.GetStringAsync("/_local/failures", _cancellationToken));
        return failures.RootElement.GetArrayLength();
    }

    [GeneratedRegex("[0-9a-z]{26}")]
    private static partial Regex Id();
}
