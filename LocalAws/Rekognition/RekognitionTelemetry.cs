using System.Diagnostics;

namespace LocalAws.Rekognition;

internal static class RekognitionTelemetry
{
    public static readonly ActivitySource Source = new("LocalAws.Rekognition");
}
