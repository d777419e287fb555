namespace Aspire.Hosting.ApplicationModel;

/// <summary>What happens to an annotation of the same type that is already there.</summary>
public enum ResourceAnnotationMutationBehavior
{
    /// <summary>Both stay.</summary>
    Append,

    /// <summary>The new one takes its place.</summary>
    Replace,
}
