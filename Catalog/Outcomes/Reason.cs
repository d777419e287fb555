using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris.Catalog.Outcomes;

/// <summary>Why an image is rejected or failed.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people.</param>
public sealed record Reason([property: JsonConverter(typeof(KebabCase<RejectionCode>))] RejectionCode Code, string Message)
{
    public static Reason? From(Rejection? rejection) => rejection is null ? null : new(rejection.Code, rejection.Message);
}

public sealed class KebabCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
