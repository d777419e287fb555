using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class OtherPagesAccessibilityTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    // The six seconds in which a deletion can be undone, long enough to look at them.
    private const string NeverEndingUndo =
        "() => { const start = setTimeout; window.setTimeout = (action, ms, ...rest) => start(action, ms === 6000 ? 600_000 : ms, ...rest); }";

    [Fact]
    public async Task A_picture_that_is_ready()
    {
        var file = await UploadedAsync(Photographs.Car);
        var page = await OpenAsync($"/photos/{file.Id}");
        await Expect(page.OpenDialog.GetByText("Facts")).ToBeVisibleAsync();

        await page.InspectAsync("detail");
    }

    [Fact]
    public async Task A_picture_that_failed()
    {
        var file = await UploadedAsync(Photographs.Cat);
        using var seeds = new SeededPictures(Iris);
        await seeds.FailAsync(file.Id, Cancellation);
        var page = await OpenAsync($"/photos/{file.Id}");
        await Expect(page.OpenDialog).ToContainTextAsync("We couldn’t finish this one.");

        await page.InspectAsync("detail-failed");
    }

    [Fact]
    public async Task A_picture_that_is_not_there()
    {
        Expecting("404");
        var page = await OpenAsync("/photos/00000000000000000000000000");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This picture isn’t here." })).ToBeVisibleAsync();

        await page.InspectAsync("detail-missing");
    }

    [Fact]
    public async Task A_deletion_before_and_after_the_question()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(3, "Ticket", Cancellation);
        var page = await OpenAsync("/?label=Ticket");
        await page.EvaluateAsync(NeverEndingUndo);
        await page.Tile(ids[0]).FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.OpenDialog).ToContainTextAsync("Delete this picture?");
        await page.InspectAsync("deletion-question");

        await page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("Picture deleted.")).ToBeVisibleAsync();
        await page.InspectAsync("deletion-undo");
    }

    [Fact]
    public async Task The_list_of_keys()
    {
        var page = await OpenAsync("/");
        await page.Button("Keyboard shortcuts").ClickAsync();
        await Expect(page.OpenDialog).ToContainTextAsync("Move between pictures");

        await page.InspectAsync("keyboard-shortcuts");
    }

    [Fact]
    public async Task The_numbers_as_charts_and_as_tables()
    {
        await UploadedAsync(Photographs.Cat);
        var page = await OpenAsync("/analytics");
        await Expect(page.Button("Pictures a day: Show as a table")).ToBeVisibleAsync();
        await page.InspectAsync("analytics");

        while (await page.GetByRole(AriaRole.Button, new() { Name = ": Show as a table" }).CountAsync() > 0)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = ": Show as a table" }).First.ClickAsync();
        }

        await page.InspectAsync("analytics-table");
    }

    [Fact]
    public async Task An_address_at_which_there_is_nothing()
    {
        Expecting("404");
        var page = await OpenAsync("/nothing-here");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is nothing at this address." })).ToBeVisibleAsync();

        await page.InspectAsync("not-found");
    }
}
