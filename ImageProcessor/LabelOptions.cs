using Microsoft.Extensions.Options;

namespace Iris.ImageProcessor;

/// <summary>Which of the labels that Rekognition offers are kept.</summary>
internal sealed class LabelOptions
{
    public const string Section = "Labels";

    /// <summary>Percent.</summary>
    public float MinConfidence { get; set; } = 55;

    public int MaxLabels { get; set; } = 20;

    internal sealed class Validator : IValidateOptions<LabelOptions>
    {
        public ValidateOptionsResult Validate(string? name, LabelOptions options) => options switch
        {
            { MinConfidence: not (>= 0 and <= 100) } =>
                Fail(nameof(options.MinConfidence), "a percentage, 0 to 100", options.MinConfidence),
            { MaxLabels: not (>= 1 and <= 100) } => Fail(nameof(options.MaxLabels), "a number from 1 to 100", options.MaxLabels),
            _ => ValidateOptionsResult.Success,
        };

        private static ValidateOptionsResult Fail(string setting, string expected, IFormattable actual) =>
            ValidateOptionsResult.Fail($"{Section}:{setting} has to be {expected}, and is {actual.ToString(null, null)}.");
    }
}
