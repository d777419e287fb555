namespace Aspire.Hosting.ApplicationModel;

/// <summary>The relationships that the dashboard knows.</summary>
public static class KnownRelationshipTypes
{
    /// <summary>The other resource is the parent.</summary>
    public static readonly string Parent = "Parent";

    /// <summary>The other resource is used.</summary>
    public static readonly string Reference = "Reference";

    /// <summary>The other resource is waited for.</summary>
    public static readonly string WaitFor = "WaitFor";
}
