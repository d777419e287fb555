namespace Iris.Catalog.Maintenance;

/// <summary>What was repaired, or would be.</summary>
/// <param name="FeedKeys">Images that the gallery's index did not have, or had in the wrong place.</param>
/// <param name="LabelEntries">Entries that were missing under a label.</param>
public sealed record IndexRepairResult(long FeedKeys, long LabelEntries);
