using Iris.Catalog;

namespace Iris.ImageApi.Images;

/// <summary>A box in the image, in fractions of its width and height.</summary>
internal sealed record Instance(double Left, double Top, double Width, double Height, double Confidence)
{
    public static Instance From(LabelInstance instance) =>
        new(instance.Box.Left, instance.Box.Top, instance.Box.Width, instance.Box.Height, instance.Confidence);
}
