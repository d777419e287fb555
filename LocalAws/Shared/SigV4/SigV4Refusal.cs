namespace LocalAws.Shared.SigV4;

/// <summary>A request that must not be served. The caller renders it in its own protocol.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Message">The same for people, in AWS's words where it has some.</param>
public sealed record SigV4Refusal(SigV4Fault Fault, string Message) : SigV4Result
{
    /// <summary>What was hashed here, for comparison with what the client hashed; only with <see cref="SigV4Fault.Mismatch"/>.</summary>
    public string? CanonicalRequest { get; init; }

    /// <summary>What was signed here; only with <see cref="SigV4Fault.Mismatch"/>.</summary>
    public string? StringToSign { get; init; }

    /// <summary>Status and code in which S3 says it (REST, XML).</summary>
    public (int StatusCode, string Code) S3Error => Fault switch
    {
        SigV4Fault.MalformedTarget => (400, "InvalidURI"),
        SigV4Fault.MalformedHeader => (400, "AuthorizationHeaderMalformed"),
        SigV4Fault.MalformedQuery => (400, "AuthorizationQueryParametersError"),
        SigV4Fault.UnknownAccessKey => (403, "InvalidAccessKeyId"),
        SigV4Fault.MissingPayloadHash or SigV4Fault.UnsupportedVersion => (400, "InvalidRequest"),
        SigV4Fault.ClockSkew => (403, "RequestTimeTooSkewed"),
        SigV4Fault.Mismatch => (403, "SignatureDoesNotMatch"),
        _ => (403, "AccessDenied"),
    };

    /// <summary>Status and exception name in which the JSON services say it.</summary>
    public (int StatusCode, string Code) JsonError => Fault switch
    {
        SigV4Fault.Missing => (400, "MissingAuthenticationTokenException"),
        SigV4Fault.UnknownAccessKey => (400, "UnrecognizedClientException"),
        SigV4Fault.UnsupportedVersion or SigV4Fault.MalformedTarget or SigV4Fault.MalformedHeader or SigV4Fault.MalformedQuery => (400, "IncompleteSignatureException"),
        _ => (400, "InvalidSignatureException"),
    };
}
