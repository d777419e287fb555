namespace Aspire.Hosting.ApplicationModel;

/// <summary>The icon that the dashboard draws for the resource.</summary>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>The name in the Fluent UI icon set.</summary>
    public string IconName { get; } = iconName;

    /// <summary>The drawing.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}
