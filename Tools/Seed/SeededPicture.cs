namespace Iris.Seed;

/// <summary>What became of a picture.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Id">Its id in Iris.</param>
/// <param name="Status">The state that it ended in, with the reason when it was rejected or has failed.</param>
/// <param name="WasKnown">Its bytes were there before.</param>
public sealed record SeededPicture(string FileName, string Id, string Status, bool WasKnown);
