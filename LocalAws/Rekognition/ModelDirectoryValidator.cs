using LocalAws.Rekognition.TfJs;
using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

/// <summary>A folder without a model is a setting gone wrong, or a build that fetched nothing: better said at the start than at the first call.</summary>
internal sealed class ModelDirectoryValidator : IValidateOptions<RekognitionOptions>
{
    public ValidateOptionsResult Validate(string? name, RekognitionOptions options) =>
        File.Exists(Path.Combine(options.ModelDirectory, GraphModel.FileName))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Rekognition:ModelDirectory has no {GraphModel.FileName}: {options.ModelDirectory}. "
                + "The build of LocalAws.Rekognition fetches the model and puts it next to the assembly.");
}
