using System.Security.Cryptography;
using System.Text;
using Iris.Catalog;

namespace Iris.Tests.Integration.Catalog;

/// <summary>Images and pictures to fill the catalog with.</summary>
internal static class Samples
{
    public static Announcement Image(string name = "dog.jpg") =>
        new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))),
            name,
            "image/jpeg",
            12_345,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    public static Findings Findings(params string[] labels) => new()
    {
        Width = 640,
        Height = 480,
        Placeholder = "1QcSHQRnh493V4dIh4eXh1h4kJUI",
        Color = "#a0b1c2",
        Derivatives = [new(300, 300, 225, 9_000), new(600, 600, 450, 30_000), new(1600, 640, 480, 40_000)],
        Labels = [.. labels.Select(name => new Label(name, 97.5, ["Animal"], ["Animals and Pets"], [new(new(0.1, 0.2, 0.3, 0.4), 96.25)]))],
        Timings = new(12, 250, 80),
    };
}
