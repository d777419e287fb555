using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalAws.S3.Protocol;

/// <summary>The tags of an object, as XML in bodies and as a query string in the header <c>x-amz-tagging</c>.</summary>
internal static class TagSet
{
    private const int MaxTags = 10;

    public static Outcome<ImmutableSortedDictionary<string, string>> FromHeader(string? tagging) =>
        tagging is null
            ? ImmutableSortedDictionary<string, string>.Empty
            : Check(QueryHelpers.ParseQuery(tagging).Select(pair => (pair.Key, pair.Value.ToString())));

    public static Outcome<ImmutableSortedDictionary<string, string>> FromXml(XElement tagging) =>
        tagging.Children("TagSet").FirstOrDefault() is { } set
            ? Check(set.Children("Tag").Select(tag => (tag.Child("Key") ?? "", tag.Child("Value") ?? "")))
            : S3Error.MalformedXml();

    public static XElement ToXml(ImmutableSortedDictionary<string, string> tags) => S3Xml.Element(
        "Tagging",
        S3Xml.Element("TagSet", tags.Select(tag => S3Xml.Element("Tag", S3Xml.Element("Key", tag.Key), S3Xml.Element("Value", tag.Value)))));

    private static Outcome<ImmutableSortedDictionary<string, string>> Check(IEnumerable<(string Key, string Value)> tags)
    {
        var set = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128 || value.Length > 256 || set.ContainsKey(key))
            {
                return new S3Error(400, "InvalidTag", "A tag needs a key of 1 to 128 characters, once in the set, and a value of at most 256.");
            }

            set.Add(key, value);
        }

        return set.Count > MaxTags ? new S3Error(400, "BadRequest", "Object tags cannot be greater than 10") : set.ToImmutable();
    }
}
