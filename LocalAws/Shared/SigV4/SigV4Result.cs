namespace LocalAws.Shared.SigV4;

/// <summary>The outcome of a verification: <see cref="SigV4Verified"/> or <see cref="SigV4Refusal"/>.</summary>
public abstract record SigV4Result;
