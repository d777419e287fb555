using System.Text.Json.Serialization;
using Iris.Catalog;

namespace Iris.ImageApi.Images;

/// <summary>Why an image is rejected or failed.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people.</param>
internal sealed record Reason([property: JsonConverter(typeof(KebabCase<RejectionCode>))] RejectionCode Code, string Message)
{
    public static Reason? From(Rejection? rejection) => rejection is null ? null : new(rejection.Code, rejection.Message);
}
