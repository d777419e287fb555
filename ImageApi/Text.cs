using System.Buffers;
using System.Text;

namespace Iris.ImageApi;

/// <summary>
/// Text that shows as what it is. Refused is what a person cannot see and what turns text round, the characters that the site takes out of
/// a file's name: Tests/Support/Contracts/fileNames.json lists them for the tests of both, with their names in Unicode.
/// </summary>
internal static class Text
{
    private const int LastOfLatin = 0x02FF;

    private static readonly (int First, int Last)[] s_hidden =
    [
        (0x0000, 0x001F), (0x007F, 0x009F), (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160),
        (0x17B4, 0x17B5), (0x180E, 0x180E),
        (0x200B, 0x200B), (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),
    ];

    private static readonly (int First, int Last)[] s_variationSelectors =
        [(0x180B, 0x180D), (0x180F, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)];

    private static readonly (int First, int Last)[] s_joiners = [(0x200C, 0x200D)];

    // Which of the two that shape a character may follow: they are seen behind emoji and in writing beyond Latin, one of each.
    private enum Shaping
    {
        None,
        Joiner,
        Selector,
    }

    /// <summary>Whether it is well-formed Unicode that shows as what it is.</summary>
    public static bool IsDisplayable(string text)
    {
        var allowed = Shaping.None;

        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
            {
                return false;
            }

            var needed = NeededFor(rune);
            if (needed is null || needed > allowed)
            {
                return false;
            }

            allowed = needed switch
            {
                Shaping.Selector => Shaping.Joiner,
                Shaping.Joiner => Shaping.None,
                _ => rune.Value > LastOfLatin ? Shaping.Selector : Shaping.None,
            };
            rest = rest[length..];
        }

        return true;
    }

    private static Shaping? NeededFor(Rune rune) => rune.Value switch
    {
        var code when IsIn(s_hidden, code) => null,
        var code when IsIn(s_variationSelectors, code) => Shaping.Selector,
        var code when IsIn(s_joiners, code) => Shaping.Joiner,
        _ => Shaping.None,
    };

    private static bool IsIn((int First, int Last)[] ranges, int code) =>
        Array.Exists(ranges, range => code >= range.First && code <= range.Last);
}
