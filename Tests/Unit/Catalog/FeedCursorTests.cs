using CsCheck;
using Iris.Catalog;
using Iris.Catalog.Feed;

namespace Iris.Tests.Unit.Catalog;

public sealed class FeedCursorTests
{
    private static readonly Gen<FeedCursor> s_cursors =
        from hash in Gen.Byte.Array[32]
        from milliseconds in Gen.Long[0, 4_000_000_000_000]
        from above in Gen.Bool
        let key = $"{DateTimeOffset.FromUnixTimeMilliseconds(milliseconds):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}#{ImageId.FromSha256(hash)}"
        select above ? FeedCursor.Above(key) : FeedCursor.Below(key);

    private static readonly Gen<string[]> s_labels = Gen.String[Gen.Char.AlphaNumeric, 1, 10].Array[0, 5];

    [Fact]
    public void A_cursor_reads_back_for_the_same_labels_in_whatever_order_and_case() => Gen.Select(s_cursors, s_labels).Sample((cursor, labels) =>
    {
        Assert.True(FeedCursor.TryParse(cursor.ToString(For(labels)), For(labels.Reverse().Select(label => label.ToUpperInvariant())), out var read));
        Assert.Equal(cursor, read);
    });

    [Fact]
    public void A_cursor_is_nothing_for_other_labels() => Gen.Select(s_cursors, s_labels).Sample((cursor, labels) =>
        Assert.False(FeedCursor.TryParse(cursor.ToString(For(labels)), For(labels.Append("another one")), out _)));

    [Fact]
    public void A_cursor_is_nothing_for_another_owner() => Gen.Select(s_cursors, s_labels).Sample((cursor, labels) =>
    {
        var mine = For(labels) with { Owner = Owner.OfSubject("https://issuer.example", "me") };

        Assert.True(FeedCursor.TryParse(cursor.ToString(mine), mine, out _));
        Assert.False(FeedCursor.TryParse(cursor.ToString(mine), For(labels), out _));
        Assert.False(FeedCursor.TryParse(cursor.ToString(mine), mine with { Owner = Owner.OfBrowser("me"u8) }, out _));
    });

    [Fact]
    public void A_cursor_with_any_character_changed_is_nothing() => Gen.Select(s_cursors, Gen.Int[0, 1_000], Gen.Char.AlphaNumeric).Sample((cursor, place, character) =>
    {
        var text = cursor.ToString(new FeedFilter()).ToCharArray();
        var index = place % text.Length;

        if (text[index] != character)
        {
            text[index] = character;
            Assert.False(FeedCursor.TryParse(new string(text), new FeedFilter(), out _));
        }
    });

    [Fact]
    public void Whatever_else_is_sent_is_nothing_and_does_no_harm() =>
        Gen.String.Sample(text => Assert.False(FeedCursor.TryParse(text, new FeedFilter(), out _)));

    private static FeedFilter For(IEnumerable<string> labels) => new() { Labels = [.. labels] };
}
