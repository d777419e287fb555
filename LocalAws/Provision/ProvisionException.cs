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

/// <summary>How the program ends.</summary>
public enum ExitCode
{
    /// <summary>The bucket and the table are as the template says.</summary>
    Done = 0,

    /// <summary>S3 or DynamoDB did not answer in time, or refused.</summary>
    Unavailable = 1,

    /// <summary>The template or a setting is wrong.</summary>
    Misconfigured = 2,

    /// <summary>A table of that name exists and cannot be turned into what the template says.</summary>
    TableDiffers = 3,
}
