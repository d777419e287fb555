using System.Text.Json;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class BoxesStandOnThePicture(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    // Half of the line, and what rounding costs.
    private const double TolerancePx = 3;

    [Fact]
    public async Task After_an_upload_where_the_processor_saw_something()
    {
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");

        await page.ChooseAsync(file);
        var image = await Iris.Visitor.WaitAsync(await StoredAsync(page, file), Cancellation);

        await ExpectBoxesAsync(page, page.Tile(file.Id), image);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.Tile(file.Id) })).ToContainTextAsync("Cat");
    }

    [Fact]
    public async Task In_the_large_view_each_with_its_name_until_they_are_hidden()
    {
        var file = Pictures.OwnCopyOf(Photographs.Car);
        var image = await Iris.Visitor.SendAsync(file.Buffer, file.Name, file.MimeType, Cancellation);
        var page = await OpenAsync($"/photos/{file.Id}");
        var picture = page.Locator(".stage-picture");

        await ExpectBoxesAsync(page, picture, image);
        await Expect(picture.GetByText("Car", new() { Exact = false }).First).ToBeVisibleAsync();

        await page.Button("Boxes").ClickAsync();
        await Expect(picture.Locator("svg")).ToHaveCountAsync(0);
    }

    private static async Task<string> StoredAsync(IPage page, FilePayload file)
    {
        await page.UploadsEndAsync(1);
        return file.Id.ToString();
    }

    private static async Task ExpectBoxesAsync(IPage page, ILocator picture, JsonElement image)
    {
        JsonElement[] instances =
        [
            .. image.GetProperty("labels").EnumerateArray()
                .SelectMany(static label => label.GetProperty("instances").EnumerateArray())
                .OrderByDescending(static instance => instance.GetProperty("confidence").GetDouble()),
        ];
        Assert.NotEmpty(instances);

        var outlines = picture.Locator("svg path.stroke-beam");
        await Expect(outlines).ToHaveCountAsync(instances.Length);
        await page.SettleAsync();
        var frame = (await picture.BoundingBoxAsync())!;
        var drawn = (await Task.WhenAll((await outlines.AllAsync()).Select(static outline => outline.BoundingBoxAsync()))).Select(box => Within(frame, box!));

        Assert.All(instances, instance => Assert.Contains(drawn, box => IsAt(box, instance, frame)));
    }

    private static double[] Within(LocatorBoundingBoxResult frame, LocatorBoundingBoxResult box) =>
        [box.X - frame.X, box.Y - frame.Y, box.X - frame.X + box.Width, box.Y - frame.Y + box.Height];

    private static bool IsAt(double[] box, JsonElement instance, LocatorBoundingBoxResult frame)
    {
        var (left, top) = (Of("left") * frame.Width, Of("top") * frame.Height);
        double[] expected = [left, top, left + (Of("width") * frame.Width), top + (Of("height") * frame.Height)];
        double[] limits = [frame.Width, frame.Height, frame.Width, frame.Height];
        return box.Zip(expected).All(static pair => Math.Abs(pair.First - pair.Second) <= TolerancePx)
            && box.Zip(limits).All(static pair => pair.First >= -TolerancePx && pair.First <= pair.Second + TolerancePx);

        double Of(string edge) => instance.GetProperty(edge).GetDouble();
    }
}
