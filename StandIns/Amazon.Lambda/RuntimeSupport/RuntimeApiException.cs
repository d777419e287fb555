using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call.</summary>
internal sealed class RuntimeApiException(string call, HttpStatusCode status)
    : Exception($"The Runtime API answered {(int)status} to {call}.")
{
    /// <summary>
    /// A 4xx concerns one invocation: its answer came too late or was too large. A 5xx is a container error, after which
    /// the documentation asks the runtime to exit.
    /// </summary>
    public bool ConcernsOneInvocation => (int)status is >= 400 and < 500;
}
