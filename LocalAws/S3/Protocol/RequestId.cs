namespace LocalAws.S3.Protocol;

internal static class RequestId
{
    private const string Header = "x-amz-request-id";

    public static void Assign(HttpContext context) =>
        context.Response.Headers[Header] = Convert.ToHexString(Guid.CreateVersion7().ToByteArray(bigEndian: true).AsSpan(8));

    public static string Of(HttpContext context) => context.Response.Headers[Header].ToString();
}
