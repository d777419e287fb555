using Microsoft.AspNetCore.WebUtilities;

namespace Iris.ImageApi.Problems;

/// <summary>What no endpoint gives itself: no such route or method, a body that is too large, an outage.</summary>
internal sealed class OtherProblem(int status, string? detail = null) : Problem(status, TypeOf(status), ReasonPhrases.GetReasonPhrase(status), detail)
{
    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "content-too-large",
        StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
        _ => ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-'),
    };
}
