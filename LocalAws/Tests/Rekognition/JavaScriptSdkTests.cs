using System.Diagnostics;
using System.Text.Json;
using Iris.Tests.Support;

namespace LocalAws.Tests.Rekognition;

public sealed class JavaScriptSdkTests(LocalRekognition rekognition)
{
    [Fact]
    public async Task Labels_properties_filters_and_refusals_arrive_as_the_SDK_models_them()
    {
        var told = await RunAsync();

        var all = told.GetProperty("all");
        var cat = all.GetProperty("Labels").EnumerateArray().Single(label => label.GetProperty("Name").GetString() is "Cat");
        Assert.Equal("3.0", all.GetProperty("LabelModelVersion").GetString());
        Assert.True(cat.GetProperty("Instances")[0].GetProperty("BoundingBox").GetProperty("Width").GetDouble() > 0.5);
        Assert.Equal(
            ["Animal", "Mammal", "Pet"],
            cat.GetProperty("Parents").EnumerateArray().Select(parent => parent.GetProperty("Name").GetString()!));
        Assert.Equal(
            "darkolivegreen", all.GetProperty("ImageProperties").GetProperty("DominantColors")[0].GetProperty("CSSColor").GetString());
        Assert.Equal(
            ["Cat"],
            told.GetProperty("filtered").GetProperty("Labels").EnumerateArray().Select(label => label.GetProperty("Name").GetString()!));
        Assert.Equal(
            """
            {"text":"InvalidImageFormatException 400 client","truncated":"InvalidImageFormatException 400 client","none":"InvalidParameterException 400 client","tooLarge":"ImageTooLargeException 400 client","confidence":"InvalidParameterException 400 client"}
            """,
            told.GetProperty("refusals").GetRawText());
    }

    private async Task<JsonElement> RunAsync()
    {
        var folder = Repository.PathOf("LocalAws", "Tests", "Rekognition", "conformance");
        var photograph = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jpg");
        await File.WriteAllBytesAsync(photograph, Photographs.Cat.Bytes, TestContext.Current.CancellationToken);

        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "conformance.mjs"), rekognition.Endpoint.ToString(), photograph])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode is 0, await errors);
            return JsonSerializer.Deserialize<JsonElement>(output);
        }
        finally
        {
            File.Delete(photograph);
        }
    }
}
