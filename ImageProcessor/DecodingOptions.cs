using Microsoft.Extensions.Options;

namespace Iris.ImageProcessor;

/// <summary>How long a picture may be decoded.</summary>
internal sealed class DecodingOptions
{
    public const string Section = "Decoding";

    /// <summary>
    /// On the clock, if at least half of it was the processor's. Twice what the worst picture within the limits takes: docs/reliability.md.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    internal sealed class Validator : IValidateOptions<DecodingOptions>
    {
        // An invocation has 30 seconds, of which fetching may need 12.
        private static readonly TimeSpan s_most = TimeSpan.FromSeconds(12);

        public ValidateOptionsResult Validate(string? name, DecodingOptions options) => options.Timeout > TimeSpan.Zero && options.Timeout <= s_most
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{Section}:{nameof(Timeout)} has to be more than nothing and at most {s_most}, and is {options.Timeout}.");
    }
}
