namespace LocalAws.Lambda.Invocations;

/// <summary>An error in Lambda's own words: <c>{"errorType":…,"errorMessage":…}</c>.</summary>
internal sealed record ErrorDocument(string ErrorType, string ErrorMessage);
