using System.Net;
using System.Text.Json;
using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

public sealed class UploadTests(SharedApplication shared)
{
    private readonly CancellationToken _cancellationToken = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photograph_comes_back_understood()
    {
        var kitten = Photographs.Kitten;

        var image = await shared.Iris.Visitor.SendAsync(kitten.Bytes, kitten.FileName, kitten.ContentType, _cancellationToken);

        Assert.Equal("ready", image.GetProperty("status").GetString());
        Assert.NotEmpty(image.GetProperty("placeholder").GetBytesFromBase64());
        Assert.Matches("^#[0-9a-f]{6}$", image.GetProperty("color").GetString()!);
        var label = Assert.Single(
            image.GetProperty("labels").EnumerateArray(), label => label.GetProperty("name").GetString() == kitten.Label);
        Assert.NotEmpty(label.GetProperty("instances").EnumerateArray());
    }

    [Fact]
    public async Task Its_derivatives_are_served_by_the_site_and_its_original_is_not()
    {
        var car = Photographs.Car;
        var image = await shared.Iris.Visitor.SendAsync(car.Bytes, car.FileName, car.ContentType, _cancellationToken);

        foreach (var url in Derivatives(image))
        {
            using var response = await shared.Iris.Site.GetAsync(url, _cancellationToken);

            Assert.Equal((HttpStatusCode.OK, "image/webp"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.StartsWith("RIFF", await response.Content.ReadAsStringAsync(_cancellationToken), StringComparison.Ordinal);
        }

        using var original = await shared.Iris.Site.GetAsync($"/uploads/{image.GetProperty("id").GetString()}", _cancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, original.StatusCode);
    }

    [Fact]
    public async Task A_text_that_calls_itself_a_photograph_is_rejected()
    {
        var image = await shared.Iris.Visitor.SendAsync("I am a photograph."u8.ToArray(), "photo.jpg", "image/jpeg", _cancellationToken);

        Assert.Equal("rejected", image.GetProperty("status").GetString());
        Assert.Equal("not-an-image", image.GetProperty("reason").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_processor_killed_in_the_middle_is_started_again_and_the_photograph_becomes_ready()
    {
        var photograph = Photographs.TwelveMegapixels;
        var sandboxes = await shared.Iris.ProcessesOfAsync("processor", _cancellationToken);
        var id = await shared.Iris.Visitor.UploadAsync(photograph.Bytes, photograph.FileName, photograph.ContentType, _cancellationToken);
        await UntilAsync(id, "processing");

        foreach (var sandbox in sandboxes)
        {
            System.Diagnostics.Process.GetProcessById(sandbox).Kill();
        }

        var image = await shared.Iris.Visitor.WaitAsync(id, _cancellationToken);
        Assert.Equal("ready", image.GetProperty("status").GetString());
        Assert.Empty((await shared.Iris.ProcessesOfAsync("processor", _cancellationToken)).Intersect(sandboxes));
    }

    private async Task UntilAsync(string id, string status)
    {
        while (true)
        {
            using var image = JsonDocument.Parse(await shared.Iris.Site.GetStringAsync($"/api/images/{id}", _cancellationToken));
            if (image.RootElement.GetProperty("status").GetString() == status)
            {
                return;
            }
        }
    }

    private static IEnumerable<string> Derivatives(JsonElement image) =>
        image.GetProperty("thumbnails").EnumerateArray().Append(image.GetProperty("preview"))
            .Select(static each => each.GetProperty("url").GetString()!);
}
