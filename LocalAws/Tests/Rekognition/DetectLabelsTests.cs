using Amazon.Rekognition.Model;
using Iris.Tests.Support;
using LocalAws.Rekognition;
using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Labels;
using LocalAws.Rekognition.Pictures;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Rekognition;

public sealed class DetectLabelsTests(LocalRekognition rekognition)
{
    public static TheoryData<Photograph> Labelled => [.. Photographs.All.Where(photograph => photograph.Label is not null)];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Labelled))]
    public async Task What_a_photograph_shows_is_the_surest_label_with_a_box(Photograph photograph)
    {
        var response = await DetectAsync(new() { Image = photograph.ToImage(), MinConfidence = 85 });

        var label = response.Labels!.First(label => label.Instances is { Count: > 0 });
        Assert.Equal(photograph.Label, label.Name);
        Assert.All(
            label.Instances!,
            instance => Assert.InRange(instance.BoundingBox!.Width!.Value * instance.BoundingBox.Height!.Value, 0.05f, 1));
    }

    // Recorded when the converted network was compared with TensorFlow.js, which gave the same scores within 4e-6 and the same boxes within
    // 2e-5. Decoders and resizers of other platforms differ by a level here and there.
    [Theory]
    [InlineData("cat.jpg", "Cat", 92.598f, 0.0320f, 0.0246f, 0.7880f, 0.9462f)]
    [InlineData("car.jpg", "Car", 95.526f, 0.0574f, 0.2217f, 0.8599f, 0.5817f)]
    [InlineData("harbour.jpg", "Boat", 64.306f, 0.5285f, 0.4317f, 0.0733f, 0.0329f)]
    [InlineData("harbour.jpg", "Person", 71.858f, 0.0781f, 0.5619f, 0.0285f, 0.1098f)]
    [InlineData("harbour.jpg", "Person", 55.075f, 0.1110f, 0.5659f, 0.0275f, 0.0979f)]
    public void Scores_and_boxes_of_a_look_are_those_of_the_network(
        string fileName, string name, float confidence, float left, float top, float width, float height)
    {
        var decoder = new PictureDecoder(Options.Create(new RekognitionOptions { Looks = 1 }));
        var photograph = Photographs.All.Single(photograph => photograph.FileName == fileName);
        using var network = DetectionNetwork.Load(new RekognitionOptions().ModelDirectory);

        Assert.False(decoder.Decode(photograph.Bytes).Failed(out _, out var looks));

        Assert.Single(network.See(looks[0]), seen =>
            Taxonomy.Coco.Knows(seen.Class) && Taxonomy.Coco[seen.Class].Name == name
            && IsNear(seen.Score * 100, confidence, tolerance: 0.5f)
            && IsNear(seen.Box.Left, left) && IsNear(seen.Box.Top, top) && IsNear(seen.Box.Width, width) && IsNear(seen.Box.Height, height));
    }

    [Fact]
    public async Task A_label_comes_with_its_ancestors_aliases_and_category_and_every_ancestor_is_a_label()
    {
        var response = await DetectAsync(new() { Image = Photographs.Car.ToImage() });

        Assert.Equal("3.0", response.LabelModelVersion);
        var car = Assert.Single(response.Labels!, label => label.Name == "Car");
        Assert.Equal(["Transportation", "Vehicle"], car.Parents!.Select(parent => parent.Name));
        Assert.Equal(["Automobile"], car.Aliases!.Select(alias => alias.Name));
        Assert.Equal(["Vehicles and Automotive"], car.Categories!.Select(category => category.Name));
        Assert.All(car.Parents!, parent =>
        {
            var label = Assert.Single(response.Labels!, label => label.Name == parent.Name);
            Assert.Empty(label.Instances!);
            Assert.True(label.Confidence >= car.Confidence);
        });
    }

    [Fact]
    public async Task Labels_come_by_falling_confidence_and_then_from_A_to_Z()
    {
        var response = await DetectAsync(new() { Image = Photographs.Harbour.ToImage(), MinConfidence = 10 });

        var labels = response.Labels!;
        Assert.True(labels.Count > 3);
        Assert.Equal(labels.OrderByDescending(label => label.Confidence).ThenBy(label => label.Name, StringComparer.Ordinal), labels);
    }

    [Fact]
    public async Task No_label_is_less_sure_than_asked_for_and_55_percent_is_what_is_asked_for_unless_told()
    {
        var unlessTold = await DetectAsync(new() { Image = Photographs.Harbour.ToImage() });
        var all = await DetectAsync(new() { Image = Photographs.Harbour.ToImage(), MinConfidence = 0 });

        Assert.All(unlessTold.Labels!, label => Assert.True(label.Confidence >= 55));
        Assert.Equal(unlessTold.Labels!.Count, all.Labels!.Count(label => label.Confidence >= 55));
        Assert.Contains(all.Labels!, label => label.Confidence < 55);
    }

    [Fact]
    public async Task The_surest_stay_when_only_some_labels_are_wanted()
    {
        var all = await DetectAsync(new() { Image = Photographs.Car.ToImage() });
        var two = await DetectAsync(new() { Image = Photographs.Car.ToImage(), MaxLabels = 2 });

        Assert.Equal(all.Labels!.Take(2).Select(label => label.Name), two.Labels!.Select(label => label.Name));
    }

    [Fact]
    public async Task Filters_choose_by_name_and_category()
    {
        Assert.Equal(["Cat"], await NamesAsync(new() { LabelInclusionFilters = ["Cat"] }));
        Assert.Equal(["Animal", "Mammal", "Pet"], await NamesAsync(new() { LabelExclusionFilters = ["Cat"] }));
        Assert.Empty(await NamesAsync(new() { LabelCategoryExclusionFilters = ["Animals and Pets"] }));
        Assert.Equal(
            ["Animal", "Mammal"],
            await NamesAsync(new() { LabelCategoryInclusionFilters = ["Animals and Pets"], LabelExclusionFilters = ["Cat", "Pet"] }));

        async Task<IEnumerable<string?>> NamesAsync(GeneralLabelsSettings filters) =>
            (await DetectAsync(new() { Image = Photographs.Kitten.ToImage(), Settings = new() { GeneralLabels = filters } }))
                .Labels!.Select(label => label.Name);
    }

    [Fact]
    public async Task A_photograph_of_nothing_that_the_network_knows_has_no_labels()
    {
        var response = await DetectAsync(new() { Image = Photographs.Lake.ToImage() });

        Assert.Empty(response.Labels!);
    }

    private static bool IsNear(float actual, float expected, float tolerance = 0.002f) => MathF.Abs(actual - expected) <= tolerance;

    private async Task<DetectLabelsResponse> DetectAsync(DetectLabelsRequest request)
    {
        using var client = rekognition.CreateClient();
        return await client.DetectLabelsAsync(request, TestContext.Current.CancellationToken);
    }
}
