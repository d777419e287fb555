namespace Iris.Benchmarks.Pictures;

/// <summary>Something that a format can do, and a small file that does it.</summary>
/// <param name="Format">The format's name.</param>
/// <param name="Name">The feature's.</param>
/// <param name="File">A picture of at most 128 pixels a side.</param>
/// <param name="Reservation">Why no likeness is claimed.</param>
internal sealed record Feature(string Format, string Name, byte[] File, string? Reservation = null);
