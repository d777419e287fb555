using System.Collections.Immutable;
using System.Text;
using CsCheck;
using LocalAws.S3.Checksums;
using LocalAws.S3.Storage;

namespace LocalAws.Tests.S3;

public sealed class ListingPageTests
{
    // Letters that make prefixes meet, sort below and above the delimiter, and lie on both sides of the surrogates.
    private static readonly Gen<string> s_key =
        Gen.OneOf("a", "b", "/", "//", "-", "!", "é", "\uE000", "\uFFFF", "😀").Array[1, 5].Select(string.Concat);

    [Fact]
    public void Pages_are_in_the_order_of_UTF8_bytes() =>
        Gen.Select(s_key, s_key).Sample((left, right) =>
            Assert.Equal(
                Math.Sign(Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))),
                Math.Sign(Utf8KeyComparer.Instance.Compare(left, right))));

    [Fact]
    public void Pages_give_every_entry_once_and_in_order_whatever_the_page_size() =>
        Gen.Select(s_key.HashSet[0, 40], Gen.OneOf(Gen.Const(""), s_key), Gen.OneOf("", "/", "//", "a", "b/"), Gen.Int[1, 7]).Sample(
            (keys, prefix, delimiter, pageSize) =>
            {
                var index = Index(keys);
                var entries = new List<string>();
                for (var after = ""; ;)
                {
                    var page = ListingPage.Read(index, new ListingQuery(prefix, delimiter, after, pageSize));
                    var onPage = page.Objects.Select(stored => stored.Key).Concat(page.CommonPrefixes).Order(Utf8KeyComparer.Instance)
                        .ToArray();
                    Assert.InRange(onPage.Length, 0, pageSize);
                    entries.AddRange(onPage);
                    if (!page.IsTruncated)
                    {
                        break;
                    }

                    Assert.Equal(onPage[^1], page.LastEntry);
                    after = page.LastEntry;
                }

                Assert.Equal(Expected(keys, prefix, delimiter), entries);
            });

    [Fact]
    public void Pages_begin_after_any_place_that_is_asked_for() =>
        Gen.Select(s_key.HashSet[0, 40], Gen.OneOf("", "/"), s_key).Sample((keys, delimiter, after) =>
        {
            var page = ListingPage.Read(Index(keys), new ListingQuery("", delimiter, after, 1000));

            Assert.Equal(
                Expected(keys, "", delimiter).Where(entry => Utf8KeyComparer.Instance.Compare(entry, after) > 0),
                page.Objects.Select(stored => stored.Key).Concat(page.CommonPrefixes).Order(Utf8KeyComparer.Instance));
        });

    [Fact]
    public void Pages_of_no_entries_are_not_truncated() =>
        Assert.False(ListingPage.Read(Index(["a", "b"]), new ListingQuery("", "", "", 0)).IsTruncated);

    [Fact]
    public void Pages_leap_over_what_lies_under_a_common_prefix()
    {
        var index = Index([.. Enumerable.Range(0, 100_000).Select(number => $"images/{number:d6}"), "uploads/1"]);
        var query = new ListingQuery("", "/", "", 1000);
        ListingPage.Read(index, query);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var page = ListingPage.Read(index, query);

        Assert.Equal(["images/", "uploads/"], page.CommonPrefixes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Theory]
    [InlineData("images/a b+c/é😀")]
    [InlineData("")]
    public void Pages_go_on_by_a_token_that_survives_a_URL(string entry)
    {
        var token = ContinuationToken.For(entry);

        Assert.Equal(token, Uri.EscapeDataString(token));
        Assert.Equal(entry, ContinuationToken.TryRead(token));
    }

    [Theory]
    [InlineData("not/base64url")]
    [InlineData("=")]
    [InlineData("_w")]
    public void Pages_refuse_another_token(string token) => Assert.Null(ContinuationToken.TryRead(token));

    private static IEnumerable<string> Expected(IEnumerable<string> keys, string prefix, string delimiter) => keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => delimiter.Length > 0 && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at and >= 0
            ? key[..(at + delimiter.Length)]
            : key)
        .Distinct()
        .OrderBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right)));

    private static KeyIndex Index(IEnumerable<string> keys)
    {
        var index = new KeyIndex();
        foreach (var key in keys)
        {
            index.Put(new StoredObject(
                key, 1, 0, "", default, ImmutableSortedDictionary<string, string>.Empty, ChecksumSet.Empty));
        }

        return index;
    }
}
