using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

public sealed class PhotoByTouchTests(SharedApplication shared, SharedBrowser browser) : SiteTest(shared, browser)
{
    private const int Left = 60, Right = 330, Height = 120, Steps = 6;

    [Fact]
    public async Task A_stroke_to_the_left_brings_the_next_picture_and_one_to_the_right_the_one_before()
    {
        using var seeds = new SeededPictures(Iris);
        var ids = await seeds.AddAsync(3, "Ribbon", Cancellation);
        var page = await OpenAsync("/?label=Ribbon", Devices.Phone);
        await page.Tile(ids[1]).TapAsync();
        await page.ExpectOpenAsync(ids[1], "Ribbon");

        await StrokeAsync(page, Right, Left);
        await page.ExpectOpenAsync(ids[2], "Ribbon");

        await StrokeAsync(page, Left, Right);
        await page.ExpectOpenAsync(ids[1], "Ribbon");
    }

    private static async Task StrokeAsync(IPage page, int from, int to)
    {
        await using var touch = await page.Context.NewCDPSessionAsync(page);
        await SendAsync("touchStart", from);
        for (var step = 1; step <= Steps; step++)
        {
            await SendAsync("touchMove", from + ((to - from) * step / Steps));
        }

        await SendAsync("touchEnd");

        Task SendAsync(string type, params int[] across) => touch.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = across.Select(static x => new { x, y = Height }).ToArray(),
        });
    }
}
