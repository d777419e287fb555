using System.Text.Json;
using Microsoft.Playwright;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// Chromium as a decoder that shares none of our handling of colours, canvases and orientations: it draws a file on a canvas, in sRGB.
/// </summary>
internal sealed class BrowserCanvas(IPage page)
{
    private const string Draw = """
        async base64 => {
          const image = new Image();
          image.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))]));
          await image.decode();
          const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
          const context = canvas.getContext('2d', { colorSpace: 'srgb' });
          context.drawImage(image, 0, 0);
          const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
          let text = '';
          for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
          return { width, height, pixels: btoa(text) };
        }
        """;

    public async Task<DrawnPicture> DrawAsync(byte[] file)
    {
        var drawn = await page.EvaluateAsync<JsonElement>(Draw, Convert.ToBase64String(file));
        return new(
            drawn.GetProperty("width").GetInt32(),
            drawn.GetProperty("height").GetInt32(),
            drawn.GetProperty("pixels").GetBytesFromBase64());
    }
}
