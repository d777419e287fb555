namespace Iris.Catalog;

/// <summary>The reason of a rejected or failed image: a code for programs and a sentence for people.</summary>
public sealed record Rejection(RejectionCode Code, string Message);
