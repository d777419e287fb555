using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>A label as a map within its image's item, both ways.</summary>
internal static class LabelItem
{
    public static AttributeValue Write(Label label) => Value.Map(new()
    {
        ["name"] = Value.Text(label.Name),
        ["confidence"] = Value.Number(label.Confidence),
        ["parents"] = Value.List(label.Parents, Value.Text),
        ["categories"] = Value.List(label.Categories, Value.Text),
        ["instances"] = Value.List(label.Instances, Write),
    });

    public static Label Read(Item item) => new(
        item.Text("name"),
        item.Real("confidence"),
        item.List("parents", static value => value.S),
        item.List("categories", static value => value.S),
        item.List("instances", static value => ReadInstance(value.M)));

    private static AttributeValue Write(LabelInstance instance) => Value.Map(new()
    {
        ["left"] = Value.Number(instance.Box.Left),
        ["top"] = Value.Number(instance.Box.Top),
        ["width"] = Value.Number(instance.Box.Width),
        ["height"] = Value.Number(instance.Box.Height),
        ["confidence"] = Value.Number(instance.Confidence),
    });

    private static LabelInstance ReadInstance(Item item) => new(
        new BoundingBox(item.Real("left"), item.Real("top"), item.Real("width"), item.Real("height")), item.Real("confidence"));
}
