using System.Globalization;
using System.Text;
using System.Text.Json;
using Iris.ImageApi;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.ImageApi;

/// <summary>The site's tests read the same list: what it takes out of a name, the API refuses.</summary>
public sealed class FileNameContractTests
{
    private static readonly JsonElement s_contract =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("Tests", "Support", "Contracts", "fileNames.json"))).RootElement;

    private static readonly HashSet<int> s_hidden = [.. Listed("hidden")], s_shaping = [.. Listed("shaping")];

    public static TheoryData<string, string> Names
    {
        get
        {
            TheoryData<string, string> names = [];
            foreach (var name in s_contract.GetProperty("names").EnumerateArray())
            {
                names.Add(name.GetProperty("given").GetString()!, name.GetProperty("shown").GetString()!);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_taken_if_the_site_shows_it_as_it_is(string given, string shown)
    {
        Assert.Equal(given == shown, Text.IsDisplayable(given));
        Assert.True(Text.IsDisplayable(shown));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("م", false)]
    public void What_is_refused_between_two_letters_is_what_the_contract_lists_and_nothing_else(string letter, bool isLatin)
    {
        var expected = isLatin ? s_hidden.Union(s_shaping) : s_hidden;

        var refused = Enumerable.Range(0, 0x11_0000)
            .Where(Rune.IsValid)
            .Where(code => !Text.IsDisplayable($"{letter}{new Rune(code)}{letter}"));

        Assert.Equal(expected.Order(), refused);
    }

    private static IEnumerable<int> Listed(string list) => s_contract.GetProperty(list).EnumerateArray().SelectMany(range =>
    {
        int[] ends = [.. range.GetString()!.Split('-').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    });
}
