using Microsoft.Extensions.Options;

namespace LocalAws.Rekognition;

[OptionsValidator]
internal sealed partial class RekognitionOptionsValidator : IValidateOptions<RekognitionOptions>;
