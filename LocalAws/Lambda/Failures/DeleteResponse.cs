namespace LocalAws.Lambda.Failures;

internal sealed record DeleteResponse(int Deleted);
