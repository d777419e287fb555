using System.Text.Json;
using Microsoft.Playwright;

namespace Iris.Benchmarks.Conformance;

/// <summary>Chromium as a decoder that shares no colour management, and no JPEG, GIF, orientation or AV1 code of ours: it draws a file on a canvas, in sRGB.</summary>
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

    /// <summary>Four bytes a pixel, colours not multiplied by alpha.</summary>
    public async Task<(int Width, int Height, byte[] Rgba)> DecodeAsync(byte[] file)
    {
        var drawn = await page.EvaluateAsync<JsonElement>(Draw, Convert.ToBase64String(file));
        return (drawn.GetProperty("width").GetInt32(), drawn.GetProperty("height").GetInt32(), drawn.GetProperty("pixels").GetBytesFromBase64());
    }
}
