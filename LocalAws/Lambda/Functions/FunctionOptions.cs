using System.ComponentModel.DataAnnotations;

namespace LocalAws.Lambda.Functions;

/// <summary>The section <c>Lambda:Functions:{name}</c>, with the defaults of AWS.</summary>
internal sealed class FunctionOptions
{
    /// <summary>How long one invocation may take.</summary>
    [Range(1, 900)]
    public int TimeoutSeconds { get; set; } = 3;

    /// <summary>How often a failed event is tried again.</summary>
    [Range(0, 2)]
    public int MaximumRetryAttempts { get; set; } = 2;

    /// <summary>How old an event may become before it is given up. AWS allows no less than 60 s; short ages are for trying it out.</summary>
    [Range(1, 21_600)]
    public int MaximumEventAgeSeconds { get; set; } = 21_600;

    /// <summary>The most invocations at one time, 0 for none. Without it every polling sandbox is used.</summary>
    [Range(0, 1000)]
    public int? ReservedConcurrency { get; set; }
}
