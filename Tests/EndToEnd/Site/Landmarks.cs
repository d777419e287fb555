using System.Text.RegularExpressions;
using Iris.Catalog;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>The site's parts, by the roles and names that a screen reader tells.</summary>
internal static class Landmarks
{
    extension(IPage page)
    {
        public ILocator Feed => page.GetByRole(AriaRole.Feed, new() { Name = "All pictures, newest first" });

        public ILocator Filter => page.GetByRole(AriaRole.Combobox, new() { Name = "Filter by what is in the picture" });

        public ILocator OpenDialog => page.GetByRole(AriaRole.Dialog);

        public ILocator Tray => page.GetByRole(AriaRole.Region, new() { Name = "Uploads" });

        public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        /// <summary>A picture's tile, among the visitor's own or in the feed.</summary>
        public ILocator Tile(ImageId id) => page.Locator($"[data-photo='{id}']");

        /// <summary>A file's line in the tray.</summary>
        public ILocator Upload(string fileName) => page.Tray.GetByRole(AriaRole.Listitem).Filter(new() { HasText = fileName });

        /// <summary>Uploads by the button and the browser's own picker.</summary>
        public async Task ChooseAsync(params FilePayload[] files)
        {
            var picker = await page.RunAndWaitForFileChooserAsync(() => page.Button("Upload").ClickAsync());
            await picker.SetFilesAsync(files);
        }

        /// <summary>Waits until nothing is on its way any more, and lays the tray's list open.</summary>
        public async Task UploadsEndAsync(int count)
        {
            var summary = page.Tray.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{count} of {count} pictures? done$") });
            await Assertions.Expect(summary).ToBeVisibleAsync();

            if (await summary.GetAttributeAsync("aria-expanded") == "false")
            {
                await summary.ClickAsync();
            }
        }

        /// <summary>Waits until a picture is open over the gallery of a label: in the address and on the screen.</summary>
        public async Task ExpectOpenAsync(ImageId id, string label)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($@"/photos/{id}\?label={label}$"));
            await Assertions.Expect(page.OpenDialog.Locator($"img[src*='{id}']").First).ToBeVisibleAsync();
        }

        /// <summary>Waits until nothing moves that comes to an end.</summary>
        public Task SettleAsync() => page.EvaluateAsync(
            """
            async () => {
              const ends = () => document.getAnimations().filter(each => each.playState === 'running' && Number.isFinite(each.effect.getComputedTiming().endTime));
              const loads = () => [...document.images].filter(image => image.src && !image.complete);
              const frame = () => new Promise(requestAnimationFrame);
              do {
                await Promise.allSettled([...ends().map(each => each.finished), ...loads().map(image => image.decode())]);
                await frame();
                await frame();
              } while (ends().length + loads().length > 0);
            }
            """);
    }
}
