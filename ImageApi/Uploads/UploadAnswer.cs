using Iris.ImageApi.Images;

namespace Iris.ImageApi.Uploads;

/// <summary>The image and, as long as its bytes are missing, how to upload them.</summary>
internal sealed record UploadAnswer(ImageSummary Image, Upload? Upload = null);
