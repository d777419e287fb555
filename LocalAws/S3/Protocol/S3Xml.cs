using System.Globalization;
using System.Xml.Linq;

namespace LocalAws.S3.Protocol;

/// <summary>The vocabulary of S3's XML.</summary>
internal static class S3Xml
{
    /// <summary>Whoever holds the key pair owns everything.</summary>
    public const string OwnerId = "local";

    private static readonly XNamespace s_namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XElement Element(string name, params object?[] content) => new(s_namespace + name, content);

    public static XElement? ElementUnless(bool omitted, string name, object content) => omitted ? null : Element(name, content);

    public static XElement Owner() => Element("Owner", Element("ID", OwnerId), Element("DisplayName", OwnerId));

    public static XElement ETag(string etag) => Element("ETag", Quote(etag));

    public static string Quote(string etag) => $"\"{etag}\"";

    public static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Children by local name: clients write the elements with the namespace of S3, with an older one, or with none.</summary>
    public static IEnumerable<XElement> Children(this XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName == name);

    public static string? Child(this XElement parent, string name) => parent.Children(name).FirstOrDefault()?.Value;
}
