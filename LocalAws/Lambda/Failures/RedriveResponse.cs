namespace LocalAws.Lambda.Failures;

internal sealed record RedriveResponse(int Redriven);
