using Amazon.Rekognition.Model;
using Iris.Tests.Support;

namespace LocalAws.Tests.Rekognition;

internal static class PhotographImages
{
    public static Image ToImage(this Photograph photograph) => photograph.Bytes.ToImage();

    public static Image ToImage(this byte[] bytes) => new() { Bytes = new(bytes, 0, bytes.Length, writable: false, publiclyVisible: true) };
}
