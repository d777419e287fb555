namespace Iris.Tests.Support;

/// <summary>A real photograph, and what a person sees in it.</summary>
/// <param name="fileName">The name that it is uploaded under.</param>
/// <param name="label">The Rekognition label that the local network finds in it with at least 85 % confidence, if it knows what is to be
/// seen.</param>
/// <param name="read">Reads or composes the bytes; called once.</param>
public sealed class Photograph(string fileName, string? label, Func<byte[]> read)
{
    private readonly Lazy<byte[]> _bytes = new(read);

    /// <inheritdoc cref="Photograph(string, string, Func{byte[]})" path="/param[@name='fileName']"/>
    public string FileName { get; } = fileName;

    /// <summary>Every photograph here is a JPEG.</summary>
    public string ContentType { get; } = "image/jpeg";

    /// <inheritdoc cref="Photograph(string, string, Func{byte[]})" path="/param[@name='label']"/>
    public string? Label { get; } = label;

    /// <summary>The file's bytes, shared by all tests: copy before changing them.</summary>
    public byte[] Bytes => _bytes.Value;

    /// <summary>The file name, so that a theory's rows can be told apart.</summary>
    public override string ToString() => FileName;
}
