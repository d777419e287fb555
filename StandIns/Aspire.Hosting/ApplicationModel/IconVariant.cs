namespace Aspire.Hosting.ApplicationModel;

/// <summary>The two drawings of an icon.</summary>
public enum IconVariant
{
    /// <summary>Outlined.</summary>
    Regular,

    /// <summary>Filled.</summary>
    Filled,
}
