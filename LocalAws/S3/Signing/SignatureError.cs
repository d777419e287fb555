using LocalAws.S3.Protocol;
using LocalAws.Shared.SigV4;

namespace LocalAws.S3.Signing;

internal static class SignatureError
{
    /// <summary>The refusal in S3's words; a mismatch says what was signed here, which is half of finding the fault.</summary>
    public static S3Error From(SigV4Refusal refusal)
    {
        var (statusCode, code) = refusal.S3Error;
        return new S3Error(statusCode, code, refusal.Message)
            .With(("StringToSign", refusal.StringToSign), ("CanonicalRequest", refusal.CanonicalRequest));
    }
}
