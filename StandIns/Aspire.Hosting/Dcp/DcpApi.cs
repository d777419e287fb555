namespace Aspire.Hosting.Dcp;

internal static class DcpApi
{
    public const string Version = "usvc-dev.developer.microsoft.com/v1";

    public const string Root = $"/apis/{Version}";
}
