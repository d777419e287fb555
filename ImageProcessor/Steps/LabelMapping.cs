using Amazon.Rekognition.Model;
using Iris.Catalog;

namespace Iris.ImageProcessor.Steps;

/// <summary>Rekognition's labels as the catalog keeps them: without aliases, without nulls.</summary>
internal static class LabelMapping
{
    public static Catalog.Label ToCatalog(Amazon.Rekognition.Model.Label label) => new(
        label.Name ?? "",
        label.Confidence ?? 0,
        [.. (label.Parents ?? []).Select(parent => parent.Name).OfType<string>()],
        [.. (label.Categories ?? []).Select(category => category.Name).OfType<string>()],
        [.. (label.Instances ?? []).Select(ToCatalog)]);

    private static LabelInstance ToCatalog(Instance instance) => new(ToCatalog(instance.BoundingBox), instance.Confidence ?? 0);

    private static Catalog.BoundingBox ToCatalog(Amazon.Rekognition.Model.BoundingBox? box) =>
        new(box?.Left ?? 0, box?.Top ?? 0, box?.Width ?? 0, box?.Height ?? 0);
}
