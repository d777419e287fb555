using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris.ImageApi;

internal sealed class KebabCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
