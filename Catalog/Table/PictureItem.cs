using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>A picture as attributes of its image's item, both ways.</summary>
internal static class PictureItem
{
    /// <summary>What there is of a picture in its item.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
        ["width", "height", "placeholder", "color", "derivatives", "labels", "queuedMs", "processingMs", "labelsMs"];

    public static Item Write(Picture picture) => new()
    {
        ["width"] = Value.Number(picture.Width),
        ["height"] = Value.Number(picture.Height),
        ["placeholder"] = Value.Text(picture.Placeholder),
        ["color"] = Value.Text(picture.Color),
        ["derivatives"] = Value.List(picture.Derivatives, Write),
        ["labels"] = Value.List(picture.Labels, LabelItem.Write),
        ["queuedMs"] = Value.Number(picture.Timings.QueuedMs),
        ["processingMs"] = Value.Number(picture.Timings.ProcessingMs),
        ["labelsMs"] = Value.Number(picture.Timings.LabelsMs),
    };

    public static Picture Read(Item item) => new()
    {
        Width = (int)item.Integer("width"),
        Height = (int)item.Integer("height"),
        Placeholder = item.Text("placeholder"),
        Color = item.Text("color"),
        Derivatives = item.List("derivatives", static value => ReadDerivative(value.M)),
        Labels = item.List("labels", static value => LabelItem.Read(value.M)),
        Timings = new Timings(item.Integer("queuedMs"), item.Integer("processingMs"), item.Integer("labelsMs")),
    };

    private static AttributeValue Write(Derivative derivative) => Value.Map(new()
    {
        ["edge"] = Value.Number(derivative.Edge),
        ["width"] = Value.Number(derivative.Width),
        ["height"] = Value.Number(derivative.Height),
        ["size"] = Value.Number(derivative.Size),
    });

    private static Derivative ReadDerivative(Item item) =>
        new((int)item.Integer("edge"), (int)item.Integer("width"), (int)item.Integer("height"), item.Integer("size"));
}
