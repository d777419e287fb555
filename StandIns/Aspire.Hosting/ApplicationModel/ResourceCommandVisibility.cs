namespace Aspire.Hosting.ApplicationModel;

/// <summary>Who is offered a command.</summary>
[Flags]
public enum ResourceCommandVisibility
{
    /// <summary>Nobody: code only.</summary>
    None = 0,

    /// <summary>The dashboard's user.</summary>
    UI = 1,

    /// <summary>Programs that ask the dashboard.</summary>
    Api = 2,
}
