using System.Text.Json.Serialization;

namespace Iris.Deployment.Releases;

/// <summary>
/// What a deployment puts in place, by keys in the artifact bucket that are named by content, and the parameters of the stack beside them.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Template">The key of the template.</param>
/// <param name="ImageApi">The key of the API's zip.</param>
/// <param name="ImageProcessor">The key of the processor's zip.</param>
/// <param name="Site">The key of the site's bundle.</param>
public sealed record Release(DateTimeOffset At, string Template, string ImageApi, string ImageProcessor, string Site)
{
    /// <summary>What the stack was told with it; null in a record of a time before this was kept.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    public ReleaseState State { get; init; }

    /// <summary>Whether both put the same code in place.</summary>
    public bool HasContentOf(Release? other) =>
        other is not null
            && (Template, ImageApi, ImageProcessor, Site) == (other.Template, other.ImageApi, other.ImageProcessor, other.Site);
}

[JsonConverter(typeof(JsonStringEnumConverter<ReleaseState>))]
public enum ReleaseState
{
    /// <summary>It was put in place, and its test passed.</summary>
    Deployed,

    /// <summary>The stack was changed. What came after that did not end, or is under way.</summary>
    Begun,

    /// <summary>It failed, and the release before it came back.</summary>
    TakenBack,
}

/// <summary>What the records of a stack's releases come to.</summary>
/// <param name="IsUnfinished">Whether a deployment began after the one that runs, and did not end.</param>
/// <param name="Running">The latest that was deployed.</param>
/// <param name="Earlier">The one before.</param>
public sealed record ReleaseHistory(bool IsUnfinished, Release? Running, Release? Earlier);
