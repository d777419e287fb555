using System.ComponentModel.DataAnnotations;
using LocalAws.Rekognition.TfJs;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

/// <summary>Settings of the section <c>Rekognition</c>.</summary>
internal sealed class RekognitionOptions
{
    /// <summary>The folder of model.json and its weights; the one that the build put next to the assembly, unless told.</summary>
    [Required]
    public string ModelDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "coco-ssd");

    /// <summary>
    /// More calls a second are answered ProvisionedThroughputExceededException, as above an account's quota; 0 lets all pass.
    /// </summary>
    [Range(0, 10_000)]
    public int TransactionsPerSecond { get; set; }

    /// <summary>So many pictures are decoded and looked at together: one for each core, unless told.</summary>
    [Range(1, 1024)]
    public int MaxConcurrentInferences { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// How often the network looks at a picture: 1 squashed, 2 whole between bars too, 4 both mirrored too. Each takes some 20 ms.
    /// </summary>
    [AllowedValues(1, 2, 4)]
    public int Looks { get; set; } = 4;

    /// <summary>So many calls wait for their turn; the next is answered ThrottlingException.</summary>
    [Range(0, 100_000)]
    public int MaxQueuedRequests { get; set; } = 256;

    /// <summary>Pictures of more pixels than this are refused by their header, before anything is decoded.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxPixels { get; set; } = 100_000_000;
}

[OptionsValidator]
internal sealed partial class RekognitionOptionsValidator : IValidateOptions<RekognitionOptions>;

/// <summary>
/// A folder without a model is a setting gone wrong, or a build that fetched nothing: better said at the start than at the first call.
/// </summary>
internal sealed class ModelDirectoryValidator : IValidateOptions<RekognitionOptions>
{
    public ValidateOptionsResult Validate(string? name, RekognitionOptions options) =>
        File.Exists(Path.Combine(options.ModelDirectory, GraphModel.FileName))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Rekognition:ModelDirectory has no {GraphModel.FileName}: {options.ModelDirectory}. "
                + "The build of LocalAws.Rekognition fetches the model and puts it next to the assembly.");
}
