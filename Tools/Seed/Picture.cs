namespace Iris.Seed;

/// <summary>A file to upload, as a visitor has it on a disk.</summary>
public sealed record Picture(string FileName, string ContentType, byte[] Bytes);
