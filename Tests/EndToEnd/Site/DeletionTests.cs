using System.Net;
using Iris.Catalog;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class DeletionTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    [Fact]
    public async Task A_deleted_picture_comes_back()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(3, "Anchor", Cancellation);
        var page = await OpenAsync("/?label=Anchor");
        await page.Tile(ids[1]).ClickAsync();

        await page.OpenDialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("Picture deleted.")).ToBeVisibleAsync();
        await Expect(page.Tile(ids[1])).ToHaveCountAsync(0);
        await page.Button("Undo").ClickAsync();

        await Expect(page.Tile(ids[1])).ToBeVisibleAsync();
        await Expect(page.GetByText("Picture deleted.")).ToBeHiddenAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(ids[1]));
    }

    [Fact]
    public async Task One_that_is_not_taken_back_is_gone_for_everybody()
    {
        var (gone, kept) = ((await UploadedAsync(Photographs.Kitten)).Id, (await UploadedAsync(Photographs.Car)).Id);
        var page = await OpenAsync("/");
        await page.Tile(gone).FocusAsync();

        await page.Keyboard.PressAsync("Delete");
        var question = page.GetByRole(AriaRole.Dialog, new() { Name = "Delete this picture?" });
        var answer = await page.RunAndWaitForResponseAsync(
            () => question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync(),
            static response => response.Request.Method == "DELETE");

        Assert.Equal((int)HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(gone));
        await page.ReloadAsync();
        await Expect(page.Tile(kept)).ToBeVisibleAsync();
        await Expect(page.Tile(gone)).ToHaveCountAsync(0);
    }

    private async Task<HttpStatusCode> StatusOfAsync(ImageId id)
    {
        using var response = await Iris.Site.GetAsync($"/api/images/{id}", Cancellation);
        return response.StatusCode;
    }
}
