using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("iris-e2e-");

    [Fact]
    public async Task A_second_start_finds_yesterdays_images()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        string id;
        await using (var yesterday = await IrisApplication.StartAsync(cancellationToken, "--data", _data.FullName))
        {
            var cat = Photographs.Cat;
            var image = await yesterday.Visitor.SendAsync(cat.Bytes, cat.FileName, cat.ContentType, cancellationToken);
            id = image.GetProperty("id").GetString()!;
        }

        await using var today = await IrisApplication.StartAsync(cancellationToken, "--data", _data.FullName);

        Assert.Equal("ready", (await today.Visitor.WaitAsync(id, cancellationToken)).GetProperty("status").GetString());
        using var thumbnail = await today.Site.GetAsync($"/images/{id}/300.webp", cancellationToken);
        Assert.True(thumbnail.IsSuccessStatusCode);
    }

    public void Dispose() => _data.Delete(recursive: true);
}
