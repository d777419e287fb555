using Iris.Tests.Support;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>
/// Looks at a state of the site in both themes and at three widths: axe must find nothing, and a screenshot of each is kept
/// in artifacts/screenshots for people to look at.
/// </summary>
internal static class Inspection
{
    private const string RunAxe =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] }))
          .violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`))
        """;

    private static readonly string[] s_themes = ["dark", "light"];
    private static readonly (int Width, int Height)[] s_windows = [(390, 844), (820, 1180), (1440, 900)];

    // The whole of it is evaluated by the browser's own debugger: the site's policy lets no page load it.
    private static readonly string s_axe = File.ReadAllText(Repository.PathOf("WebFrontend", "node_modules", "axe-core", "axe.min.js"));

    public static async Task InspectAsync(this IPage page, string state)
    {
        List<string> violations = [];
        await page.EvaluateAsync(s_axe);

        foreach (var (width, height) in s_windows)
        {
            await page.SetViewportSizeAsync(width, height);

            foreach (var theme in s_themes)
            {
                await page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
                await page.SettleAsync();
                await page.ScreenshotAsync(new() { Path = Repository.PathOf("artifacts", "screenshots", $"{state}-{width}-{theme}.png") });
                var found = await page.EvaluateAsync<string[]>(RunAxe);
                violations.AddRange(found.Select(violation => $"{theme}, {width} px: {violation}"));
            }
        }

        Assert.Empty(violations);
    }
}
