using System.Text.Json;
using Iris.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Iris.Tests.EndToEnd.Site;

public sealed class BoxesTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    // What rounding costs: less than a pixel of a picture as large as a window.
    private const double Tolerance = 0.001;

    // The line without its thickness, as a part of the picture's frame: left, top, right, bottom.
    private const string AsFractions =
        """
        paths => paths.map(path => {
          const frame = path.closest('.photo-frame').getBoundingClientRect();
          const { x, y, width, height } = path.getBBox();
          const corner = (x, y) => {
            const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
            return [(at.x - frame.x) / frame.width, (at.y - frame.y) / frame.height];
          };
          return [...corner(x, y), ...corner(x + width, y + height)];
        })
        """;

    [Fact]
    public async Task After_an_upload_where_the_processor_saw_something()
    {
        var file = Pictures.OwnCopyOf(Photographs.Kitten);
        var page = await OpenAsync("/");

        await page.ChooseAsync(file);
        await page.UploadsEndAsync(1);
        var image = await Iris.Visitor.WaitAsync(file.Id.ToString(), Cancellation);

        await ExpectBoxesAsync(page, page.Tile(file.Id), image);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { Has = page.Tile(file.Id) })).ToContainTextAsync("Cat");
    }

    [Fact]
    public async Task In_the_large_view_each_with_its_name_until_they_are_hidden()
    {
        var file = await UploadedAsync(Photographs.Car);
        var image = await Iris.Visitor.WaitAsync(file.Id.ToString(), Cancellation);
        var page = await OpenAsync($"/photos/{file.Id}");
        var picture = page.Locator(".stage-picture");

        await ExpectBoxesAsync(page, picture, image);
        await Expect(picture.GetByText("Car", new() { Exact = false }).First).ToBeVisibleAsync();

        await page.Button("Boxes").ClickAsync();
        await Expect(picture.Locator("svg")).ToHaveCountAsync(0);
    }

    private static async Task ExpectBoxesAsync(IPage page, ILocator picture, JsonElement image)
    {
        JsonElement[] instances =
        [
            .. image.GetProperty("labels").EnumerateArray().SelectMany(static label => label.GetProperty("instances").EnumerateArray()),
        ];
        Assert.NotEmpty(instances);

        var outlines = picture.Locator("svg path.stroke-beam");
        await Expect(outlines).ToHaveCountAsync(instances.Length);
        await page.SettleAsync();
        var drawn = await outlines.EvaluateAllAsync<double[][]>(AsFractions);

        Assert.All(instances, instance => Assert.Contains(drawn, box => IsAt(box, instance)));
    }

    private static bool IsAt(double[] box, JsonElement instance)
    {
        var (left, top) = (Of("left"), Of("top"));
        double[] expected = [left, top, left + Of("width"), top + Of("height")];
        return box.Zip(expected).All(static pair => Math.Abs(pair.First - pair.Second) <= Tolerance);

        double Of(string edge) => instance.GetProperty(edge).GetDouble();
    }
}
