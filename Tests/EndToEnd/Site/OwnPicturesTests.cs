using System.Net;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class OwnPicturesTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task What_another_browser_added_can_be_looked_at_and_not_deleted()
    {
        var (mine, anothers) = (await UploadedAsync(Photographs.Kitten), await UploadedByAnotherAsync(Photographs.Car));
        var page = await OpenAsync($"/photos/{mine.Id}");
        await Expect(page.OpenDialog).ToContainTextAsync("Added by you");
        await Expect(page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToBeVisibleAsync();

        await page.GotoAsync($"/photos/{anothers.Id}");
        await Expect(page.OpenDialog.GetByRole(AriaRole.Region, new() { Name = "Facts" })).ToBeVisibleAsync();
        await Expect(page.OpenDialog).Not.ToContainTextAsync("Added by you");
        await Expect(page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.OpenDialog).ToHaveCountAsync(0);
        await page.Tile(anothers.Id).FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.GetByText("Only whoever added a picture can delete it.")).ToBeAttachedAsync();
        await Expect(page.GetByText("Delete this picture?")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_browser_finds_its_own_pictures_again_by_keyboard()
    {
        var (mine, anothers) = (await UploadedAsync(Photographs.Kitten), await UploadedByAnotherAsync(Photographs.Car));
        var page = await OpenAsync("/");
        await Expect(page.Tile(anothers.Id)).ToBeVisibleAsync();

        await page.Button("Mine").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Tile(anothers.Id)).ToHaveCountAsync(0);
        await Expect(page.Tile(mine.Id)).ToBeVisibleAsync();
        Assert.EndsWith("/?owner=me", page.Url, StringComparison.Ordinal);
        await page.Tile(mine.Id).ClickAsync();
        await Expect(page.OpenDialog).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Mine", Pressed = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_browser_that_is_new_has_none_and_owns_what_it_uploads()
    {
        var page = await OpenAsync("/?owner=me");
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("You haven’t added a picture yet.")).ToBeVisibleAsync();
        var files = new[] { Pictures.OwnCopyOf(Photographs.Kitten), Pictures.OwnCopyOf(Photographs.Car), Pictures.OwnCopyOf(Photographs.Cat) };

        await page.ChooseAsync(files);
        await page.UploadsEndAsync(files.Length);
        await page.ReloadAsync();

        foreach (var file in files)
        {
            await Expect(page.Tile(file.Id)).ToBeVisibleAsync();
        }

        await page.Tile(files[0].Id).ClickAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync(),
            static response => response.Request.Method == "DELETE");
        Assert.Equal((int)HttpStatusCode.NoContent, answer.Status);
    }
}
