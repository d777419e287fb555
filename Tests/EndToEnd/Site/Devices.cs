using Microsoft.Playwright;

namespace Iris.Tests.EndToEnd.Site;

/// <summary>What visitors hold in their hands.</summary>
internal static class Devices
{
    public static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        HasTouch = true,
        IsMobile = true,
    };
}
