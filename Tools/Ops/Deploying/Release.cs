namespace Iris.Ops.Deploying;

/// <summary>
/// What a deployment put in place, by keys in the artifact bucket that are named by content. The latest is what runs, the one before is
/// what a rollback goes to.
/// </summary>
internal sealed record Release(DateTimeOffset At, string Template, string ImageApi, string ImageProcessor, string Site)
{
    /// <summary>Whether both put the same in place.</summary>
    public bool Equals(Release? other) => other is not null && Content == other.Content;

    public override int GetHashCode() => Content.GetHashCode();

    private (string, string, string, string) Content => (Template, ImageApi, ImageProcessor, Site);
}
