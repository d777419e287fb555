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

    /// <summary>
    /// How long a synchronous invocation waits for a free sandbox before it is throttled; AWS gives a new one ten seconds.
    /// </summary>
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

/// <summary>The section <c>Lambda:Functions:{name}</c>, with the defaults of AWS.</summary>
internal sealed class FunctionOptions
{
    /// <summary>How long one invocation may take.</summary>
    [Range(1, 900)]
    public int TimeoutSeconds { get; set; } = 3;

    /// <summary>How often a failed event is tried again.</summary>
    [Range(0, 2)]
    public int MaximumRetryAttempts { get; set; } = 2;

    /// <summary>
    /// How old an event may become before it is given up. AWS allows no less than 60 s; short ages are for trying it out.
    /// </summary>
    [Range(1, 21_600)]
    public int MaximumEventAgeSeconds { get; set; } = 21_600;

    /// <summary>The most invocations at one time, 0 for none. Without it every polling sandbox is used.</summary>
    [Range(0, 1000)]
    public int? ReservedConcurrency { get; set; }
}
