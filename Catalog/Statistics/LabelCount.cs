namespace Iris.Catalog.Statistics;

/// <summary>In how many ready images a label is seen.</summary>
public sealed record LabelCount(string Name, long Count);
