using Iris.Catalog;
using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>The site's parts, by the roles and names that a screen reader tells.</summary>
internal static class Landmarks
{
    extension(IPage page)
    {
        public ILocator OpenDialog => page.GetByRole(AriaRole.Dialog);

        public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        /// <summary>A picture's tile, among the visitor's own or in the feed.</summary>
        public ILocator Tile(ImageId id) => page.Locator($"[data-photo='{id}']");

        /// <summary>Uploads by the button and the browser's own picker.</summary>
        public async Task ChooseAsync(params FilePayload[] files)
        {
            var picker = await page.RunAndWaitForFileChooserAsync(() => page.Button("Upload").ClickAsync());
            await picker.SetFilesAsync(files);
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
