using LocalAws.Rekognition.Detection;
using LocalAws.Rekognition.Labels;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Tests.Rekognition;

public sealed class LabelComposerTests
{
    private const int Bicycle = 2, Car = 3, Cat = 17, NotInCoco = 12;

    private static readonly Box s_box = new(0.25f, 0.5f, 0.75f, 1);

    [Fact]
    public void Objects_of_a_class_are_instances_of_one_label_which_is_as_sure_as_the_surest()
    {
        var car = Compose(new(Car, 0.75f, s_box), new(Car, 0.5f, new(0, 0, 1, 1))).Single(label => label.Name is "Car");

        Assert.Equal(75, car.Confidence);
        Assert.Equal([75, 50], car.Instances.Select(instance => instance.Confidence));
        Assert.Equal(new BoundingBox(Width: 0.5f, Height: 0.5f, Left: 0.25f, Top: 0.5f), car.Instances[0].BoundingBox);
    }

    [Fact]
    public void A_common_ancestor_is_one_label_as_sure_as_its_surest_descendant_and_without_boxes()
    {
        var labels = Compose(new(Bicycle, 0.6f, s_box), new(Car, 0.9f, s_box));

        var vehicle = Assert.Single(labels, label => label.Name is "Vehicle");
        Assert.Equal(90, vehicle.Confidence);
        Assert.Empty(vehicle.Instances);
        Assert.Equal(["Car", "Transportation", "Vehicle", "Bicycle"], labels.Select(label => label.Name));
    }

    [Fact]
    public void A_number_that_COCO_left_free_is_nothing() => Assert.Empty(Compose(new DetectedObject(NotInCoco, 0.9f, s_box)));

    [Theory]
    [InlineData(null, null, null, null, "Animal,Car,Cat,Mammal,Pet,Transportation,Vehicle")]
    [InlineData("Cat", null, null, null, "Cat")]
    [InlineData("cat", null, null, null, "")]
    [InlineData("Cat", "Cat", null, null, "")]
    [InlineData(null, "Cat,Car", null, null, "Animal,Mammal,Pet,Transportation,Vehicle")]
    [InlineData(null, null, "Animals and Pets", null, "Animal,Cat,Mammal,Pet")]
    [InlineData("Car", null, "Animals and Pets", null, "Animal,Car,Cat,Mammal,Pet")]
    [InlineData(null, null, null, "Animals and Pets", "Car,Transportation,Vehicle")]
    [InlineData("Cat,Car", null, null, "Animals and Pets", "Car")]
    [InlineData("", "", "", "", "Animal,Car,Cat,Mammal,Pet,Transportation,Vehicle")]
    public void Filters_include_and_exclude_by_name_and_category(
        string? included, string? excluded, string? includedCategories, string? excludedCategories, string expected)
    {
        var filter = new LabelFilter(new(Split(included), Split(excluded), Split(includedCategories), Split(excludedCategories)));
        var labels = LabelComposer.Compose([new(Car, 0.9f, s_box), new(Cat, 0.9f, s_box)], Taxonomy.Coco, colors: _ => null);

        Assert.Equal(expected, string.Join(',', labels.Where(label => filter.Passes(label.Concept)).Select(label => label.Label.Name)));
    }

    private static string[]? Split(string? names) => names?.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Label[] Compose(params DetectedObject[] objects) =>
        [.. LabelComposer.Compose(objects, Taxonomy.Coco, colors: _ => null).Select(label => label.Label)];
}
