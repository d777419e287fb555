namespace LocalAws.Provision;

/// <summary>Provisioning cannot go on; the message says why and what to do.</summary>
/// <param name="exitCode">What the program ends with.</param>
/// <param name="message">The reason and the cure.</param>
/// <param name="inner">What it came from, if anything.</param>
public sealed class ProvisionException(ExitCode exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the program ends with.</summary>
    public ExitCode ExitCode => exitCode;
}
