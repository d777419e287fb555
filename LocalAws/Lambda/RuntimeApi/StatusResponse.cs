namespace LocalAws.Lambda.RuntimeApi;

internal sealed record StatusResponse(string Status);
