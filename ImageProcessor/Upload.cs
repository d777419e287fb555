using Iris.Catalog;

namespace Iris.ImageProcessor;

/// <summary>An original that has arrived.</summary>
internal sealed record Upload(ImageId Id, DateTimeOffset CreatedAt);
