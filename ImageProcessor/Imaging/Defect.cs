namespace Iris.ImageProcessor.Imaging;

/// <summary>Why a picture is refused. The bytes are at fault, so that trying again cannot help.</summary>
/// <param name="Kind">The reason, for programs.</param>
/// <param name="Message">The reason in one plain sentence, for the person who sent the file.</param>
public sealed record Defect(DefectKind Kind, string Message);
