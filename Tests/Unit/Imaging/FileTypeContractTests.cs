using System.Text.Json;
using Iris.ImageProcessor.Imaging;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Imaging;

/// <summary>The site's tests read the same list: what it sends, the processor takes for the same.</summary>
public sealed class FileTypeContractTests
{
    private static readonly JsonElement s_contract =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("Tests", "Support", "Contracts", "signatures.json"))).RootElement;

    public static TheoryData<string, string?, string?> Files
    {
        get
        {
            TheoryData<string, string?, string?> files = [];
            foreach (var file in s_contract.GetProperty("files").EnumerateArray())
            {
                files.Add(
                    file.GetProperty("bytes").GetString()!,
                    file.GetProperty("name").GetString(),
                    file.GetProperty("mediaType").GetString());
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_to_the_processor_what_it_is_to_the_site(string bytes, string? name, string? mediaType)
    {
        var type = FileType.Sniff(Convert.FromHexString(bytes));

        Assert.Equal(name, type?.Name);
        Assert.Equal(mediaType, type?.Format is { } format ? $"image/{format.ToString().ToLowerInvariant()}" : null);
    }
}
