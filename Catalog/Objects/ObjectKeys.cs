namespace Iris.Catalog.Objects;

/// <summary>Where an image's bytes lie in the bucket.</summary>
internal static class ObjectKeys
{
    /// <summary>Originals. Nothing outside reads here.</summary>
    public const string Uploads = "uploads/";

    /// <summary>Derivatives and outcomes: what the site shows.</summary>
    public const string Images = "images/";

    /// <summary><c>uploads/{id}</c>.</summary>
    public static string Original(ImageId id) => $"{Uploads}{id}";

    /// <summary><c>images/{id}/{edge}.webp</c>.</summary>
    public static string Derivative(ImageId id, int edge) => $"{Images}{id}/{edge}.webp";

    /// <summary><c>images/{id}/outcome.json</c>.</summary>
    public static string Outcome(ImageId id) => $"{Images}{id}/outcome.json";

    /// <summary>Reads the key of an original, decoded; false for any other key, derivatives above all.</summary>
    public static bool TryReadOriginal(string key, out ImageId id)
    {
        id = default;
        return key.StartsWith(Uploads, StringComparison.Ordinal) && ImageId.TryParse(key[Uploads.Length..], out id);
    }
}
