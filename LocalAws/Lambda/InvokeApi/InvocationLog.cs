using System.Globalization;
using System.Text;

namespace LocalAws.Lambda.InvokeApi;

/// <summary>
/// The lines that Lambda itself writes about an invocation, for X-Amz-Log-Result. What the function writes is on the console of its own
/// process, which only its host sees.
/// </summary>
internal static class InvocationLog
{
    public static string ToBase64(string requestId, TimeSpan duration, string version)
    {
        var milliseconds = duration.TotalMilliseconds;
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
             START RequestId: {requestId} Version: {version}
             END RequestId: {requestId}
             REPORT RequestId: {requestId}{'\t'}Duration: {milliseconds:F2} ms{'\t'}Billed Duration: {Math.Ceiling(milliseconds):F0} ms

             """)));
    }
}
