using Microsoft.Extensions.Options;

namespace Iris.ImageProcessor;

[OptionsValidator]
internal sealed partial class LabelOptionsValidator : IValidateOptions<LabelOptions>;
