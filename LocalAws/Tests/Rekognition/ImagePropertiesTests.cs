using Amazon.Rekognition.Model;
using Iris.Tests.Support;
using NetVips;

namespace LocalAws.Tests.Rekognition;

public sealed class ImagePropertiesTests(LocalRekognition rekognition)
{
    [Fact]
    public async Task Properties_come_only_when_they_are_asked_for()
    {
        var labels = await DetectAsync(new() { Image = Photographs.Car.ToImage() });
        var properties = await DetectAsync(new() { Image = Photographs.Car.ToImage(), Features = ["IMAGE_PROPERTIES"] });

        Assert.Null(labels.ImageProperties);
        Assert.All(labels.Labels!.SelectMany(label => label.Instances!), instance => Assert.Null(instance.DominantColors));
        Assert.NotNull(properties.ImageProperties);
        Assert.Empty(properties.Labels!);
    }

    [Fact]
    public async Task Colours_are_those_of_CSS_each_with_its_basic_colour_the_most_frequent_first()
    {
        var response = await DetectAsync(new() { Image = Photographs.Car.ToImage(), Features = ["GENERAL_LABELS", "IMAGE_PROPERTIES"] });

        var colors = response.ImageProperties!.DominantColors!;
        var darkest = colors[0];
        Assert.Equal(
            (47, 79, 79, "#2f4f4f", "darkslategrey", "grey"),
            (darkest.Red, darkest.Green, darkest.Blue, darkest.HexCode, darkest.CSSColor, darkest.SimplifiedColor));
        Assert.Equal(colors.OrderByDescending(color => color.PixelPercent), colors);
        Assert.True(colors.Sum(color => color.PixelPercent) <= 100.01f);
        Assert.Contains("brown", response.ImageProperties.Foreground!.DominantColors!.Select(color => color.SimplifiedColor));
        Assert.DoesNotContain("brown", response.ImageProperties.Background!.DominantColors!.Select(color => color.SimplifiedColor));
        Assert.NotEmpty(Assert.Single(response.Labels!, label => label.Name == "Car").Instances![0].DominantColors!);
    }

    [Fact]
    public async Task No_more_colours_come_than_were_asked_for()
    {
        var one = await DetectAsync(new()
        {
            Image = Photographs.Car.ToImage(),
            Features = ["IMAGE_PROPERTIES"],
            Settings = new() { ImageProperties = new() { MaxDominantColors = 1 } },
        });

        Assert.Single(one.ImageProperties!.DominantColors!);
        Assert.Single(one.ImageProperties.Foreground!.DominantColors!);
    }

    [Fact]
    public async Task A_darker_photograph_is_less_bright_a_flatter_one_has_less_contrast_and_a_blurred_one_is_less_sharp()
    {
        var original = await QualityAsync(image => image.Copy());
        var darker = await QualityAsync(image => image * 0.5);
        var flatter = await QualityAsync(image => (image * 0.5) + 64);
        var blurred = await QualityAsync(image => image.Gaussblur(6));

        Assert.True(darker.Brightness < original.Brightness * 0.6f);
        Assert.True(flatter.Contrast < original.Contrast * 0.6f);
        Assert.True(blurred.Sharpness < original.Sharpness * 0.6f);
        Assert.All([original, darker, flatter, blurred], quality =>
        {
            Assert.InRange(quality.Brightness!.Value, 0, 100);
            Assert.InRange(quality.Contrast!.Value, 0, 100);
            Assert.InRange(quality.Sharpness!.Value, 0, 100);
        });
    }

    private async Task<DetectLabelsImageQuality> QualityAsync(Func<NetVips.Image, NetVips.Image> change)
    {
        using var image = NetVips.Image.NewFromBuffer(Photographs.Cat.Bytes);
        using var changed = change(image);
        using var bytes = changed.Cast(Enums.BandFormat.Uchar);
        var response = await DetectAsync(new() { Image = bytes.JpegsaveBuffer(q: 90).ToImage(), Features = ["IMAGE_PROPERTIES"] });
        return response.ImageProperties!.Quality!;
    }

    private async Task<DetectLabelsResponse> DetectAsync(DetectLabelsRequest request)
    {
        using var client = rekognition.CreateClient();
        return await client.DetectLabelsAsync(request, TestContext.Current.CancellationToken);
    }
}
