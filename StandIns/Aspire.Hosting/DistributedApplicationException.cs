namespace Aspire.Hosting;

/// <summary>The application cannot be run as described; the message says what to do.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>A message that names the cure.</summary>
    public DistributedApplicationException(string message) : base(message)
    {
    }

    /// <summary>A message that names the cure, and the cause.</summary>
    public DistributedApplicationException(string message, Exception inner) : base(message, inner)
    {
    }
}
