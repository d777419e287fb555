using Spectre.Console;

namespace Iris.Deployment.Stacks;

/// <summary>Shows what a change set would do; what would be lost is red.</summary>
public static class ChangeTable
{
    public static void Show(IAnsiConsole screen, ChangeSet changes)
    {
        var table = new Table().AddColumns("", "resource", "type", "properties", "replaced");

        foreach (var change in changes.Changes.OrderByDescending(static it => it.IsLoss))
        {
            var color = change switch { { IsLoss: true } => "red", { Action: "Add" } => "green", _ => "yellow" };
            table.AddRow(
                $"[{color}]{Markup.Escape(change.Action)}[/]",
                Markup.Escape(change.LogicalId),
                Markup.Escape(change.Type),
                Markup.Escape(string.Join(", ", change.Properties)),
                change.Replacement switch { "True" => "[red]yes[/]", "Conditional" => "[red]perhaps[/]", _ => "" });
        }

        screen.Write(table);
    }
}
