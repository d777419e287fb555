namespace LocalAws.Rekognition.Detection;

/// <param name="Class">The number of the class in COCO, 1 to 90.</param>
/// <param name="Score">How sure the network is, 0 to 1.</param>
/// <param name="Box">Where it is, within the picture.</param>
internal readonly record struct DetectedObject(int Class, float Score, Box Box);
