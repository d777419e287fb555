using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class UploadTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const int MaxUploadBytes = 5_242_880;

    [Fact]
    public async Task Several_are_chosen_and_each_says_what_the_machine_saw()
    {
        FilePayload[] files =
            [.. new[] { Photographs.Cat, Photographs.Kitten, Photographs.Car, Photographs.Lake }.Select(Pictures.OwnCopyOf)];
        var page = await OpenAsync("/");

        await page.ChooseAsync(files);
        await page.UploadsEndAsync(files.Length);

        foreach (var file in files)
        {
            await Expect(page.Upload(file.Name)).ToContainTextAsync("Ready");
            await Expect(page.Tile(file.Id)).ToHaveAccessibleNameAsync(await AltTextOfAsync(file));
        }
    }

    [Fact]
    public async Task They_are_dropped_anywhere_on_the_page()
    {
        FilePayload[] files = [Pictures.OwnCopyOf(Photographs.Cat), Pictures.OwnCopyOf(Photographs.Harbour)];
        var page = await OpenAsync("/analytics");
        Dictionary<string, object> drop = new() { ["dataTransfer"] = await page.HoldAsync(files) };

        await page.Locator("main").DispatchEventAsync("dragover", drop);
        await Expect(page.GetByText("Drop to upload")).ToBeVisibleAsync();
        await page.Locator("main").DispatchEventAsync("drop", drop);

        await Expect(page.GetByText("Drop to upload")).ToBeHiddenAsync();
        await page.UploadsEndAsync(files.Length);
        await Expect(page.Tray.GetByText("Ready", new() { Exact = true })).ToHaveCountAsync(files.Length);
    }

    [Fact]
    public async Task A_text_and_a_file_that_is_too_large_are_refused_before_a_byte_is_sent()
    {
        var page = await OpenAsync("/");
        var sent = 0;
        page.Request += (_, request) => sent += request.Method is "POST" or "PUT" ? 1 : 0;

        await page.ChooseAsync(
            new() { Name = "notes.txt", MimeType = "text/plain", Buffer = "I am a photograph."u8.ToArray() },
            new() { Name = "poster.jpg", MimeType = "image/jpeg", Buffer = [0xff, 0xd8, 0xff, .. new byte[MaxUploadBytes]] });

        await Expect(page.Upload("notes.txt")).ToContainTextAsync("This isn’t a picture we can read.");
        await Expect(page.Upload("poster.jpg")).ToContainTextAsync("This file is larger than 5 MB.");
        await Expect(page.Tray.GetByRole(AriaRole.Button, new() { Name = "Choose another" })).ToHaveCountAsync(2);
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task What_only_looks_like_a_photograph_is_rejected_in_plain_words()
    {
        var page = await OpenAsync("/");

        await page.ChooseAsync(
            new FilePayload { Name = "torn.jpg", MimeType = "image/jpeg", Buffer = [0xff, 0xd8, 0xff, .. Guid.NewGuid().ToByteArray()] });

        await page.UploadsEndAsync(1);
        await Expect(page.Upload("torn.jpg")).ToContainTextAsync("This file is damaged: it can’t be decoded.");
    }

    [Fact]
    public async Task One_that_is_known_is_already_here_and_can_be_shown()
    {
        var file = await UploadedAsync(Photographs.Kitten);
        var page = await OpenAsync("/");
        var puts = 0;
        page.Request += (_, request) => puts += request.Method is "PUT" ? 1 : 0;

        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);
        await Expect(page.Upload(file.Name)).ToContainTextAsync("Already here");
        await page.Upload(file.Name).GetByRole(AriaRole.Link, new() { Name = $"Show {file.Name}" }).ClickAsync();

        await Expect(page.OpenDialog).ToContainTextAsync("Cat");
        Assert.Equal(0, puts);
    }

    private async Task<string> AltTextOfAsync(FilePayload file)
    {
        var image = await Iris.Visitor.WaitAsync(file.Id.ToString(), Cancellation);
        var names = image.GetProperty("labels").EnumerateArray().Take(4)
            .Select(static label => label.GetProperty("name").GetString()!.ToLowerInvariant());
        return string.Join(", ", names) is { Length: > 0 } probably
            ? $"Photo, probably: {probably}"
            : "Photo in which nothing was recognised";
    }
}
