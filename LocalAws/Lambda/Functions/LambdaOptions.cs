using System.ComponentModel.DataAnnotations;

namespace LocalAws.Lambda.Functions;

/// <summary>The section <c>Lambda</c>.</summary>
internal sealed class LambdaOptions
{
    public const string Section = "Lambda";

    /// <summary>Where accepted events and failures are kept. One emulator at a time owns it.</summary>
    [Required]
    public string DataDirectory { get; set; } = "";

    /// <summary>
    /// The wait before the first retry of an event; each further one waits twice as long. AWS waits one minute and then two
    /// (<see href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html"/>), here it is seconds by default.
    /// </summary>
    [Range(0, 3600)]
    public double RetryDelaySeconds { get; set; } = 1;

    /// <summary>How long a synchronous invocation waits for a free sandbox before it is throttled; AWS gives a new one ten seconds.</summary>
    [Range(0, 900)]
    public double SandboxWaitSeconds { get; set; } = 10;

    /// <summary>
    /// How long the HTTP API waits for the function:
    /// <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html"/>.
    /// </summary>
    [Range(0.05, 30)]
    public double IntegrationTimeoutSeconds { get; set; } = 30;

    /// <summary>Events that may wait; more are throttled.</summary>
    [Range(1, 1_000_000)]
    public int MaximumQueuedEvents { get; set; } = 10_000;

    /// <summary>Bytes of events that may wait; they are held in memory as well as in the journal.</summary>
    [Range(1, 1e12)]
    public long MaximumQueuedBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>The functions by name. One that is not named here has the defaults once its process polls.</summary>
    public Dictionary<string, FunctionOptions> Functions { get; set; } = new(StringComparer.Ordinal);
}
