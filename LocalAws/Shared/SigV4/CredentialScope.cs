namespace LocalAws.Shared.SigV4;

/// <summary>What a derived signing key is good for: one day, one region, one service.</summary>
/// <param name="Date">The day, <c>yyyyMMdd</c> in UTC.</param>
/// <param name="Region">For example <c>us-east-1</c>.</param>
/// <param name="Service">For example <c>s3</c>.</param>
public sealed record CredentialScope(string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    /// <summary>The scope as it stands in a string to sign: <c>20130524/us-east-1/s3/aws4_request</c>.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Reads <c>AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request</c>.</summary>
    internal static bool TryParseCredential(string credential, out string accessKeyId, out CredentialScope scope)
    {
        var parts = credential.Split('/');
        var wellFormed = parts is [_, _, _, _, Terminator];
        accessKeyId = wellFormed ? parts[0] : "";
        scope = wellFormed ? new CredentialScope(parts[1], parts[2], parts[3]) : new CredentialScope("", "", "");
        return wellFormed;
    }
}
