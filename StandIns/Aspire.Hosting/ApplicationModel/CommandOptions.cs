namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command looks and when it can be used.</summary>
public class CommandOptions
{
    /// <summary>What the command does, in a sentence.</summary>
    public string? Description { get; set; }

    /// <summary>The question asked before the command runs; null asks nothing.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>The name of an icon in the Fluent UI icon set.</summary>
    public string? IconName { get; set; }

    /// <summary>The drawing of the icon.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether the command is a button rather than a menu entry.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Decides when the command can be used; by default always.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }

    /// <summary>Who is offered the command.</summary>
    public ResourceCommandVisibility Visibility { get; set; } = ResourceCommandVisibility.UI | ResourceCommandVisibility.Api;
}
